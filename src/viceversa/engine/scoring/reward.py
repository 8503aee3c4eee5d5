"""What a pair is worth to the objective: g(score), and what a filled place is worth above it.

All objectives are one linear programme with other numbers. With K the most pairs there can be
and G the highest g, `place` and `minimum` are K·G + 1, more than all the g together, so filling
places and meeting minimums come before the sum. Both can be at their best at once (augmenting a
set of pairs never takes a partner from anyone), so neither has to outweigh the other.
"""

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem.model import Policy

# g is a mixture of the identity and this saturating curve; CURVE is its steepness.
CURVE = 8.0
# Concave rewards are finer than scores, so that their flat end still tells scores apart.
FINENESS = 8
NOTHING: NDArray[np.int64] = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Reward:
    """Whole-number worths: `table[score]` is g, `place` per pair, `minimum` per minimum met.

    `plain` says that g is the identity; the table is then empty. `top`: the highest g. `floor`:
    the lowest score a pair may have (worst-first only).
    """

    plain: bool
    top: int
    table: NDArray[np.int64]
    place: int
    minimum: int
    floor: int = 0

    @cached_property
    def above(self) -> NDArray[np.int64]:
        """The highest score with g at most r, for each r; for compiled passes only."""
        return np.cumsum(np.bincount(self.table, minlength=0 if self.plain else self.top + 1)) - 1

    def of(self, scores: NDArray[np.int64]) -> NDArray[np.int64]:
        """Worth of chosen pairs with these scores: the place and g."""
        gain: NDArray[np.int64] = scores if self.plain else self.table[scores]
        result: NDArray[np.int64] = self.place + gain
        return result

    def from_floor(self, floor: int) -> "Reward":
        """The same worths for pairs whose score reaches the floor; others are not allowed."""
        return replace(self, floor=floor)

    def counting(self, floor: int, scale: int) -> "Reward":
        """Worths that only count places and minimums, for pairs that reach the floor."""
        flat = np.zeros(scale + 1, dtype=np.int64)
        return Reward(False, 0, flat, place=1, minimum=1, floor=floor)


@lru_cache(maxsize=2)
def concave(scale: int, strength: float) -> NDArray[np.int64]:
    """g for *protect the worst-off*: (1 - t)·x + t·(1 - e^(-8x)) / (1 - e^(-8)), t the strength.

    Increasing and concave; a step up is worth more to a pair that fits badly. Shape (scale + 1,),
    in eighths of the score's unit, rounded to whole numbers. Kept for the next problem with the
    same scale: nobody writes into it.
    """
    x = np.arange(scale + 1, dtype=np.float64) / scale
    curve = (1 - strength) * x + strength * np.expm1(-CURVE * x) / np.expm1(-CURVE)
    whole: NDArray[np.int64] = np.rint(curve * scale * FINENESS).astype(np.int64)
    return whole


def reward_of(policy: Policy, scale: int, most_pairs: int) -> Reward:
    """The worths of a policy; `scale` is the highest score, `most_pairs` the most there can be."""
    plain = policy.objective != "protect-the-worst-off" or policy.strength == 0
    table = NOTHING
    top = scale
    if not plain:
        table = concave(scale, policy.strength)
        top = int(table[-1])
    beyond = most_pairs * top + 1
    place = 0 if policy.objective == "best-fit" else beyond
    return Reward(plain, top, table, place, beyond)
