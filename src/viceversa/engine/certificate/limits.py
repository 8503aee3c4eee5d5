"""How many partners everyone may still get, once the pinned pairs are taken out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import Problem

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class Limits:
    """Fewest and most partners of each mentee (m,) and mentor (n,)."""

    mentee_min: Wide
    mentee_max: Wide
    mentor_min: Wide
    mentor_max: Wide

    @property
    def most_pairs(self) -> int:
        """The most pairs there can still be."""
        return min(int(self.mentee_max.sum()), int(self.mentor_max.sum()))


def most_pairs_of(problem: Problem) -> int:
    """The most pairs there can be, pinned ones included: pins leave the worths as they are."""
    sides = (problem.mentees, problem.mentors)
    return min(sum(p.maximum for p in side) for side in sides)


def pinned_positions(problem: Problem) -> tuple[Wide, Wide]:
    """Positions of the pinned mentees and mentors, one entry a pin."""
    mentees = [problem.mentee_at[pin.mentee] for pin in problem.pins]
    mentors = [problem.mentor_at[pin.mentor] for pin in problem.pins]
    return np.array(mentees, dtype=np.int64), np.array(mentors, dtype=np.int64)


def limits_of(problem: Problem) -> Limits:
    """What is left to decide: everyone's numbers less their pins."""
    numbers = []
    pinned = pinned_positions(problem)
    for side, taken in zip((problem.mentees, problem.mentors), pinned, strict=True):
        used = np.bincount(taken, minlength=len(side))
        fewest = np.array([p.minimum for p in side], dtype=np.int64) - used
        most = np.array([p.maximum for p in side], dtype=np.int64) - used
        numbers += [np.maximum(fewest, 0), most]
    return Limits(*numbers)
