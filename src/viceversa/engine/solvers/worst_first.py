"""The worst score as high as it can be, then the sum: bisection over the whole score.

A level can be held if the pairs that reach it fill as many places and meet as many minimums as
all pairs do. The first level that cannot be held is kept with its prices: they are the proof
that no answer has a better worst pair.
"""

from dataclasses import dataclass

from viceversa.engine.certificate import Limits
from viceversa.engine.scoring import Reward
from viceversa.engine.sweep import Sweep

from .columns import NO_POOL, Optimum, Pool, optimum
from .progress import Reporter


@dataclass(frozen=True)
class WorstFirst:
    """The best answer whose pairs reach `floor`; `ceiling` proves that `floor` + 1 is too much.

    `ceiling` is None where the floor is the highest score there is, or nobody can be paired.
    """

    best: Optimum
    floor: int
    ceiling: Optimum | None


def worst_first(sweep: Sweep, limits: Limits, reward: Reward, reporter: Reporter) -> WorstFirst:
    """Solve for the worst score first."""
    level = optimum(sweep, limits, reward.counting(0, sweep.scale), reporter)
    if not len(level.score):
        return WorstFirst(optimum(sweep, limits, reward, reporter), 0, None)
    target = level.value
    low, high = int(level.score.min()), sweep.scale + 1
    ceiling: Optimum | None = None
    pool = level.pool
    while high - low > 1:
        middle = (low + high) // 2
        tried = optimum(
            sweep, limits, reward.counting(middle, sweep.scale), reporter, above(pool, middle)
        )
        pool = pool if len(pool.mentee) > len(tried.pool.mentee) else tried.pool
        if tried.value == target:
            low = int(tried.score.min())
        else:
            high, ceiling = middle, tried
    held = reward.from_floor(low)
    return WorstFirst(optimum(sweep, limits, held, reporter, above(pool, low)), low, ceiling)


def above(pool: Pool, floor: int) -> Pool:
    """The candidates that reach the floor; none at all makes the solver look for its own."""
    keep = pool.score >= floor
    if not keep.any():
        return NO_POOL
    return Pool(pool.mentee[keep], pool.mentor[keep], pool.score[keep])
