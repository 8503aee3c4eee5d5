"""Other people's solvers on the same scores: what the engine's answers are held against."""

from itertools import product
from typing import Any

import numpy as np
from scipy.optimize import LinearConstraint, milp

from viceversa.engine import Problem
from viceversa.engine.certificate import limits_of
from viceversa.engine.scoring import highest, reward_of
from viceversa.engine.sweep.people import matrix_of


def exact_value(problem: Problem, floor: int = 0) -> int:
    """The best value by HiGHS (mixed-integer programming), in the engine's unit.

    Variables: every allowed pair, then the minimums missed of each person.
    """
    limits = limits_of(problem)
    scale = highest(problem.tables)
    reward = reward_of(problem.policy, scale, limits.most_pairs)
    matrix = matrix_of(problem.tables)
    pairs = np.argwhere(matrix >= floor)
    worth = reward.of(matrix[pairs[:, 0], pairs[:, 1]].astype(np.int64))
    m, n = matrix.shape
    missed = m + n
    if not missed:
        return 0
    cost = np.concatenate([-worth, np.full(missed, reward.minimum)]).astype(float)
    rows = np.zeros((missed, len(cost)))
    for k, (i, j) in enumerate(pairs):
        rows[i, k] = rows[m + j, k] = 1
    most = np.concatenate([limits.mentee_max, limits.mentor_max])
    fewest = np.concatenate([limits.mentee_min, limits.mentor_min])
    lower = rows.copy()
    lower[:, len(pairs) :] = np.eye(missed)
    highs: Any = milp(
        cost,
        constraints=[LinearConstraint(rows, ub=most), LinearConstraint(lower, lb=fewest)],
        integrality=np.ones(len(cost)),
        bounds=(0, np.concatenate([np.ones(len(pairs)), np.full(missed, np.inf)])),
        options={"mip_rel_gap": 0},
    )
    return round(-highs.fun)


def best_worst(problem: Problem) -> tuple[int, int, int]:
    """By trying every set of pairs: minimums missed, places filled, and the best worst score.

    For a handful of pairs only.
    """
    limits = limits_of(problem)
    matrix = matrix_of(problem.tables)
    pairs = [(int(i), int(j)) for i, j in np.argwhere(matrix >= 0)]
    best = (10**9, 0, 0)
    for chosen in product((False, True), repeat=len(pairs)):
        picked = [pair for pair, taken in zip(pairs, chosen, strict=True) if taken]
        rows = np.bincount([i for i, _ in picked], minlength=matrix.shape[0])
        columns = np.bincount([j for _, j in picked], minlength=matrix.shape[1])
        if (rows > limits.mentee_max).any() or (columns > limits.mentor_max).any():
            continue
        missed = np.maximum(limits.mentee_min - rows, 0).sum()
        missed += np.maximum(limits.mentor_min - columns, 0).sum()
        worst = min((int(matrix[pair]) for pair in picked), default=0)
        best = min(best, (int(missed), -len(picked), -worst))
    return best[0], -best[1], -best[2]
