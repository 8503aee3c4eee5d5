"""Other ways to match, on the very same scores: what they reach and whom they leave out.

Each takes the problem and gives positions of mentees and mentors. All need the full matrix but
for *top-k*, which keeps each mentee's best candidates and nothing else.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import Problem
from viceversa.engine.solvers import Solution
from viceversa.engine.solvers.columns import Pool
from viceversa.engine.solvers.flow import flow_of
from viceversa.engine.sweep import Query, Threads
from viceversa.engine.sweep.people import PeopleSweep

type Wide = NDArray[np.int64]
type Answer = tuple[Wide, Wide]
type Peer = Callable[[Problem, Solution], Answer]

TOP = 32


def full_matrix(problem: Problem) -> NDArray[np.int32]:
    """All scores, filled by the compiled formulas, as a rival would have to."""
    m, n = problem.shape
    sweep = PeopleSweep(problem.tables, Threads())
    matrix = np.empty((m, n), dtype=np.int32)
    for i in range(m):
        matrix[i] = sweep.row(i)
    return matrix


def _worth(problem: Problem, solution: Solution) -> NDArray[np.float64]:
    matrix = full_matrix(problem)
    worth = matrix.astype(np.float64)
    worth += solution.reward.place
    worth[matrix < 0] = 0
    return worth


def scipy_dense(problem: Problem, solution: Solution) -> Answer:
    """SciPy's `linear_sum_assignment` on the dense matrix (modified Jonker–Volgenant)."""
    from scipy.optimize import linear_sum_assignment

    worth = _worth(problem, solution)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    real = worth[rows, columns] > 0
    return rows[real], columns[real]


def ortools_full(problem: Problem, solution: Solution) -> Answer:
    """OR-Tools' network solver on all allowed pairs."""
    matrix = full_matrix(problem)
    mentee, mentor = (side.astype(np.int64) for side in np.nonzero(matrix >= 0))
    worth = solution.reward.of(matrix[mentee, mentor].astype(np.int64))
    chosen = flow_of(solution.limits, mentee, mentor, worth, solution.reward.minimum)
    return mentee[chosen], mentor[chosen]


def greedy(problem: Problem, solution: Solution) -> Answer:
    """The best pair of all, then the best of the rest, and so on."""
    matrix = full_matrix(problem)
    m, n = matrix.shape
    order = np.argsort(-matrix, axis=None, kind="stable")
    free = (np.ones(m, dtype=np.bool_), np.ones(n, dtype=np.bool_))
    pairs = []
    for cell in order:
        i, j = divmod(int(cell), n)
        if matrix[i, j] < 0:
            break
        if free[0][i] and free[1][j]:
            free[0][i] = free[1][j] = False
            pairs.append((i, j))
            if len(pairs) == min(m, n):
                break
    return _positions(pairs)


def top_k(problem: Problem, solution: Solution) -> Answer:
    """The optimum among each mentee's best 32, as many products do: fast, and blind beyond."""
    m, n = problem.shape
    sweep = PeopleSweep(problem.tables, Threads())
    zero = (np.zeros(m, dtype=np.int64), np.zeros(n, dtype=np.int64))
    found = sweep.best(Query(*zero, solution.reward, TOP))
    pool = Pool(found.mentee, found.mentor, found.score)
    worth = solution.reward.of(pool.score)
    chosen = flow_of(solution.limits, pool.mentee, pool.mentor, worth, solution.reward.minimum)
    return pool.mentee[chosen], pool.mentor[chosen]


def deferred_acceptance(problem: Problem, solution: Solution) -> Answer:
    """Gale and Shapley (1962), mentees proposing, both sides ranking by score: stable pairs."""
    matrix = full_matrix(problem)
    m, n = matrix.shape
    ranked = np.argsort(-matrix, axis=1, kind="stable").astype(np.int32)
    at = np.zeros(m, dtype=np.int64)
    holder = np.full(n, -1, dtype=np.int64)
    free = list(range(m))
    while free:
        i = free.pop()
        while at[i] < n and matrix[i, ranked[i, at[i]]] >= 0:
            j = int(ranked[i, at[i]])
            at[i] += 1
            rival = int(holder[j])
            if rival < 0 or matrix[i, j] > matrix[rival, j]:
                holder[j] = i
                if rival >= 0:
                    free.append(rival)
                break
    mentors = np.flatnonzero(holder >= 0)
    return holder[mentors], mentors


def _positions(pairs: list[tuple[int, int]]) -> Answer:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


PEERS: dict[str, Peer] = {
    "scipy-dense": scipy_dense,
    "ortools-full": ortools_full,
    "greedy": greedy,
    "top-k": top_k,
    "deferred-acceptance": deferred_acceptance,
}
