"""The sweep of a problem with people: a matrix where it is small, compiled passes above."""

import numpy as np
from numpy.typing import NDArray

from ..feasibility import infeasible
from ..problem import UNIT, Problem
from ..problem.tables import Tables
from ..scoring import highest, scores
from .base import INFEASIBLE, Candidates, Query, Sweep, Tick, Wide, gathered
from .dense import BLOCK, DenseSweep
from .schedule import Block, Scheduler, Threads

# Up to this many pairs the matrix is filled with NumPy: quicker than waiting for the compiler.
SMALL = 4_000_000
# Pairs of one compiled block: about a tenth of a second, so progress and cancelling are prompt.
COMPILED_BLOCK = 20_000_000


def matrix_of(t: Tables) -> NDArray[np.int32]:
    """All scores (m, n) by NumPy blocks; `INFEASIBLE` where a rule or a *must* forbids."""
    m, n = t.shape
    matrix = np.full((m, n), INFEASIBLE, dtype=np.int32)
    columns = np.arange(n)
    step = max(1, BLOCK // max(1, 4 * n))
    for start in range(0, m, step):
        rows = np.arange(start, min(start + step, m))
        values, forbidden = scores(t, rows, columns)
        forbidden |= infeasible(t, rows, columns)
        matrix[start : start + step] = np.where(forbidden, INFEASIBLE, values)
    return matrix


def sweep_of(problem: Problem, scheduler: Scheduler | None = None) -> Sweep:
    """The sweep that suits the problem's size; a small one never needs the scheduler."""
    m, n = problem.shape
    if m * n <= SMALL:
        return DenseSweep(matrix_of(problem.tables), highest(problem.tables))
    return PeopleSweep(problem.tables, scheduler or Threads())


class PeopleSweep:
    """Compiled passes; nothing but the columns is kept in memory."""

    def __init__(self, tables: Tables, scheduler: Scheduler) -> None:
        from . import kernel  # numba loads here and nowhere else

        self.tables = tables
        self.scheduler = scheduler
        self._kernel = kernel
        self._rest = kernel.rest_of(tables, UNIT)

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors."""
        return self.tables.shape

    @property
    def scale(self) -> int:
        """The highest score there can be."""
        return highest(self.tables)

    def best(self, query: Query, tick: Tick | None = None) -> Candidates:
        """See `Sweep.best`."""
        rows, width = reversed(self.shape) if query.by_mentor else self.shape
        step = max(1, COMPILED_BLOCK // max(1, width))
        blocks = [(start, min(start + step, rows)) for start in range(0, rows, step)]
        parts = []
        answers = self.scheduler.run(best_of_block, self.tables, query, blocks)
        for (start, end), part in zip(blocks, answers, strict=True):
            parts.append(part)
            if tick:
                tick((end - start) * width)
        return gathered(parts)

    def row(self, mentee: int) -> Wide:
        """See `Sweep.row`."""
        mentors = np.arange(self.shape[1])
        return self.of(np.full_like(mentors, mentee), mentors)

    def column(self, mentor: int) -> Wide:
        """See `Sweep.column`."""
        mentees = np.arange(self.shape[0])
        return self.of(mentees, np.full_like(mentees, mentor))

    def of(self, mentees: Wide, mentors: Wide) -> Wide:
        """See `Sweep.of`."""
        result = np.empty(len(mentees), dtype=np.int64)
        self._kernel.scores_of(self.tables, mentees, mentors, self._rest, result)
        return result


def best_of_block(tables: Tables, query: Query, block: Block) -> Candidates:
    """One block of a pass; a pure function, so that any thread or machine may run it."""
    from . import kernel

    start, end = block
    prices = (query.mentee_prices, query.mentor_prices)
    own, other = reversed(prices) if query.by_mentor else prices
    out = np.zeros((end - start, query.keep, 3), dtype=np.int64)
    reward = query.reward
    counts = np.zeros(end - start, dtype=np.int64)
    kernel.best_of(
        tables, start, own[start:end], other, query.by_mentor, reward.place,
        reward.floor, reward.plain, reward.table, reward.above, kernel.rest_of(tables, UNIT), out,
        counts,
    )
    kept = np.arange(query.keep)[None, :] < counts[:, None]
    asking = np.broadcast_to(np.arange(start, end)[:, None], kept.shape)[kept]
    answering, score, reduced = (out[:, :, k][kept] for k in range(3))
    sides = (answering, asking) if query.by_mentor else (asking, answering)
    return Candidates(*sides, score, reduced)
