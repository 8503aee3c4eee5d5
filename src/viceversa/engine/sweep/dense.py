"""Passes over a score matrix that is held in memory: small cohorts, and foreign matrices."""

import numpy as np
from numpy.typing import NDArray

from .base import INFEASIBLE, Candidates, Query, Tick, Wide, gathered

# Pairs looked at between two ticks; bounds the temporary arrays to a few tens of megabytes.
BLOCK = 1 << 20


class DenseSweep:
    """A sweep over whole scores in a matrix (m, n), `INFEASIBLE` where a pair is forbidden."""

    def __init__(self, matrix: NDArray[np.int32] | Wide, scale: int) -> None:
        self.matrix = matrix
        self._scale = scale

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors."""
        return self.matrix.shape[0], self.matrix.shape[1]

    @property
    def scale(self) -> int:
        """The highest score there can be."""
        return self._scale

    def best(self, query: Query, tick: Tick | None = None) -> Candidates:
        """See `Sweep.best`."""
        matrix = self.matrix.T if query.by_mentor else self.matrix
        prices = (query.mentee_prices, query.mentor_prices)
        own, other = reversed(prices) if query.by_mentor else prices
        parts = []
        people = query.people(self.shape)
        step = max(1, BLOCK // max(1, matrix.shape[1]))
        for start in range(0, len(people), step):
            asking = people[start : start + step]
            block = matrix[asking].astype(np.int64)
            rows, columns, reduced = _kept(block, own[asking], other, query)
            scores = block[rows, columns]
            sides = (columns, asking[rows]) if query.by_mentor else (asking[rows], columns)
            parts.append(Candidates(*sides, scores, reduced))
            if tick:
                tick(block.size)
        return gathered(parts)

    def row(self, mentee: int) -> Wide:
        """See `Sweep.row`."""
        result: Wide = self.matrix[mentee].astype(np.int64)
        return result

    def column(self, mentor: int) -> Wide:
        """See `Sweep.column`."""
        result: Wide = self.matrix[:, mentor].astype(np.int64)
        return result

    def of(self, mentees: Wide, mentors: Wide) -> Wide:
        """See `Sweep.of`."""
        result: Wide = self.matrix[mentees, mentors].astype(np.int64)
        return result


def _kept(block: Wide, own: Wide, other: Wide, query: Query) -> tuple[Wide, Wide, Wide]:
    """Rows, columns and reduced worths of the pairs of a block that the query keeps."""
    reward = query.reward
    allowed = block >= max(reward.floor, INFEASIBLE + 1)
    reduced = reward.of(np.where(allowed, block, 0)) - own[:, None] - other[None, :]
    reduced = np.where(allowed, reduced, 0)
    width = block.shape[1]
    if query.keep < width:
        # The position breaks ties, so every key is different and the choice is unique.
        key = reduced * width + np.arange(width - 1, -1, -1)
        columns = np.argpartition(key, width - query.keep, axis=1)[:, width - query.keep :]
    else:
        columns = np.broadcast_to(np.arange(width), block.shape)
    rows = np.broadcast_to(np.arange(len(block))[:, None], columns.shape)
    worth = reduced[rows, columns]
    chosen = worth > 0
    return rows[chosen], columns[chosen].astype(np.int64), worth[chosen]
