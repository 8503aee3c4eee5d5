"""Of all answers that are equally good, the one that keeps most pairs of an earlier answer.

Every best answer consists of pairs that are worth exactly their prices, and gives everybody whose
price is not 0 the same number of partners (complementary slackness). Among those pairs it is a
small question of flow which answer keeps most.
"""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.solvers import Solution
from viceversa.engine.solvers.flow import flow_of

type Wide = NDArray[np.int64]


def kept(solution: Solution, mentee: Wide, mentor: Wide) -> NDArray[np.bool_]:
    """Which pairs (positions) of an earlier answer one of the best answers keeps all together."""
    best, near = solution.optimum, solution.nearest(by_mentor=True)
    width = solution.problem.shape[1]
    earlier = mentee * width + mentor
    tight = near.found.reduced >= near.shift
    candidates = np.unique(
        np.concatenate(
            [
                earlier,
                best.mentee * width + best.mentor,
                near.found.mentee[tight] * width + near.found.mentor[tight],
            ]
        )
    )
    i, j = np.divmod(candidates, width)
    scores = solution.sweep.of(i, j)
    over = solution.reward.of(np.maximum(scores, 0)) - best.mentee_prices[i] - best.mentor_prices[j]
    allowed = (scores >= max(solution.reward.floor, 0)) & (over >= 0)
    candidates, over = candidates[allowed], over[allowed]
    # A pair that exceeds its prices is in every best answer; keeping an earlier one comes last.
    large = 2 * (len(candidates) + 1)
    worth = np.isin(candidates, earlier) + large * (over > 0)
    i, j = np.divmod(candidates, width)
    chosen = flow_of(_fixed(solution), i, j, worth.astype(np.int64), large * large)
    return np.isin(earlier, np.concatenate([candidates[chosen], _pinned(solution, width)]))


def _pinned(solution: Solution, width: int) -> Wide:
    i, j, pinned = solution.positions
    result: Wide = (i * width + j)[pinned]
    return result


def _fixed(solution: Solution) -> Limits:
    """The limits, and for everybody whose price is not 0 the partners they have."""
    best, limits = solution.optimum, solution.limits
    numbers: list[Wide] = []
    for chosen, price, fewest, most in (
        (best.mentee, best.mentee_prices, limits.mentee_min, limits.mentee_max),
        (best.mentor, best.mentor_prices, limits.mentor_min, limits.mentor_max),
    ):
        count = np.bincount(chosen, minlength=len(price))
        numbers += [np.where(price == 0, fewest, count), np.where(price == 0, most, count)]
    return Limits(*numbers)
