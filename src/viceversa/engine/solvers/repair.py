"""One more pin or ban: the answer mended where it breaks, instead of found anew.

The edit frees two people. The cheapest chain that puts everybody right again is a shortest path
in the residual graph, and the distances of the search correct the prices, so that they prove
the mended answer over all pairs. The old answer's nearest pairs tell whether they do, and for
whom a second look is needed. If anything is amiss, or the edit is of another kind, there is no
repair and the solver starts from the old candidates.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits, dual_bound, primal_value
from viceversa.engine.problem import Problem
from viceversa.engine.scoring import Reward
from viceversa.engine.sweep import Candidates, Sweep

from .columns import Optimum, Pool
from .nearest import Look, Nearest
from .progress import Reporter
from .residual import Residual
from .search import OTHER, OWN, Search
from .solution import Solution

type Wide = NDArray[np.int64]
type Cells = list[tuple[int, int]]


def repaired(
    start: Solution,
    problem: Problem,
    sweep: Sweep,
    limits: Limits,
    reward: Reward,
    reporter: Reporter,
) -> Optimum | None:
    """The new optimum after exactly one further pin or ban; None where this does not apply."""
    edit = _edit(start.problem, problem)
    if edit is None or not _same_worths(reward, start.reward):
        return None
    pinned, i, j = edit
    reporter.begin("assigning")
    mended = _mended(start, i, j, pinned)
    if mended is None:
        return None
    answer = _optimum(start, mended, sweep, limits, reward)
    reporter.value = answer.value
    near = _still_near(start, answer, (i, j))
    if not near.complete:
        reporter.begin("pricing")
        prices = (answer.mentee_prices, answer.mentor_prices)
        near = Look(sweep, limits, reward).completed(near, prices, reporter.tick)
    chosen = Pool(answer.mentee, answer.mentor, answer.score)
    better = near.where(near.wanted)
    if answer.bound != answer.value or not chosen.has(better, sweep.shape[1]).all():
        return None
    reporter.begin("done")
    return replace(answer, passes=reporter.passes, near=near)


def _still_near(start: Solution, answer: Optimum, edited: tuple[int, int]) -> Nearest:
    """The pairs nearest to the old prices at the new ones: often they prove the answer alone."""
    old, new = ((best.mentee_prices, best.mentor_prices) for best in (start.optimum, answer))
    return start.nearest(by_mentor=True).without(*edited).moved(old, new)


def _same_worths(first: Reward, second: Reward) -> bool:
    """Two rewards with the same numbers (arrays compare by identity in the dataclass)."""
    numbers = [(r.plain, r.top, r.place, r.minimum, r.floor) for r in (first, second)]
    return numbers[0] == numbers[1] and np.array_equal(first.table, second.table)


def _edit(before: Problem, after: Problem) -> tuple[bool, int, int] | None:
    """Whether the one edit is a pin, and the positions of its mentee and mentor."""
    pins = set(after.pins) - set(before.pins)
    bans = set(after.bans) - set(before.bans)
    same = (
        len(pins) + len(bans) == 1
        and set(before.pins) <= set(after.pins)
        and set(before.bans) <= set(after.bans)
        and before.policy == after.policy
        and before.mentees == after.mentees
        and before.mentors == after.mentors
        and before.people == after.people
    )
    if not same:
        return None
    names = [(p.mentee, p.mentor) for p in pins] + [(b.mentee, b.mentor) for b in bans]
    return bool(pins), after.mentee_at[names[0][0]], after.mentor_at[names[0][1]]


def _mended(
    start: Solution, i: int, j: int, pinned: bool
) -> tuple[Cells, Cells, Wide, Wide] | None:
    """Pairs dropped and made, and the corrected prices; None if nothing can take the place."""
    best = start.optimum
    together = bool(((best.mentee == i) & (best.mentor == j)).any())
    if pinned == together:
        # A ban of two who are not paired, or a pin of two who are: the prices stay right.
        return [(i, j)] if together else [], [], best.mentee_prices, best.mentor_prices
    graph = Residual.of(start, "mentee")
    search = Search(graph, i) if pinned else Search(graph, j, OTHER)
    distance = search.to(OTHER, j) if pinned else search.to(OWN, i)
    if distance is None:
        return None
    dropped, made = search.chain(j, OTHER) if pinned else search.chain(i, OWN)
    if together:
        dropped.append((i, j))
    outside = min(search.outside, distance)
    u = best.mentee_prices - np.minimum(search.own, distance) + outside
    v = best.mentor_prices + np.minimum(search.other, distance) - outside
    return dropped, made, u, v


def _optimum(
    start: Solution,
    mended: tuple[Cells, Cells, Wide, Wide],
    sweep: Sweep,
    limits: Limits,
    reward: Reward,
) -> Optimum:
    """The mended pairs with their prices, added up."""
    dropped, made, u, v = mended
    best = start.optimum
    pairs = set(zip(best.mentee.tolist(), best.mentor.tolist(), strict=True))
    cells = np.array(sorted((pairs - set(dropped)) | set(made)), dtype=np.int64).reshape(-1, 2)
    mentee, mentor = cells[:, 0], cells[:, 1]
    score = sweep.of(mentee, mentor)
    worth = reward.of(score)
    surplus = int(np.maximum(worth - u[mentee] - v[mentor], 0).sum())
    value = primal_value(limits, mentee, mentor, worth, reward.minimum)
    pool = start.pool.joined(Candidates(mentee, mentor, score, score), sweep.shape[1])
    bound = dual_bound(limits, u, v, surplus)
    return Optimum(mentee, mentor, score, u, v, value, bound, surplus, 0, pool)
