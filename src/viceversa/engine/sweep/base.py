"""What a solver may ask about pairs: the best by reduced worth, a row, a column, some scores."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.scoring import Reward

INFEASIBLE = -1

type Wide = NDArray[np.int64]
# Told after each block how many pairs it looked at; may raise `Cancelled`.
type Tick = Callable[[int], None]


class Candidates(NamedTuple):
    """Pairs worth looking at: positions, whole scores, reduced worths (all of one length)."""

    mentee: Wide
    mentor: Wide
    score: Wide
    reduced: Wide


@dataclass(frozen=True)
class Query:
    """One pass: a price for each mentee (m,) and mentor (n,), the worths, how many to keep.

    Kept are the pairs with the highest positive reduced worth: at most `keep` for each mentee,
    or for each mentor with `by_mentor`; `asking` names some of them, for whom alone it is asked.
    """

    mentee_prices: Wide
    mentor_prices: Wide
    reward: Reward
    keep: int
    by_mentor: bool = False
    asking: Wide | None = None

    def people(self, shape: tuple[int, int]) -> Wide:
        """Whom the pass is asked for, in order, in a problem with so many mentees and mentors."""
        return np.arange(shape[self.by_mentor]) if self.asking is None else self.asking


class Sweep(Protocol):
    """Scores of a whole problem without holding them all, unless it is small.

    A pair's worth is `reward.of(score)`; its reduced worth is that minus both prices.
    """

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors."""

    @property
    def scale(self) -> int:
        """The highest score there can be."""

    def best(self, query: Query, tick: Tick | None = None) -> Candidates:
        """The feasible pairs the query asks for.

        Ties go to the lower position: the same pairs whatever the blocks, threads or machines.
        """

    def row(self, mentee: int) -> Wide:
        """Scores of a mentee with every mentor (n,); `INFEASIBLE` where a rule forbids."""

    def column(self, mentor: int) -> Wide:
        """Scores of a mentor with every mentee (m,); `INFEASIBLE` where a rule forbids."""

    def of(self, mentees: Wide, mentors: Wide) -> Wide:
        """Scores of single pairs (k,); `INFEASIBLE` where a rule forbids."""


def gathered(parts: list[Candidates]) -> Candidates:
    """Several answers as one, in order of mentee and mentor."""
    if not parts:
        empty = np.zeros(0, dtype=np.int64)
        return Candidates(empty, empty, empty, empty)
    columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
    order = np.lexsort((columns[1], columns[0]))
    return Candidates(*(column[order] for column in columns))
