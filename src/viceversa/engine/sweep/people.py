"""The sweep of a problem with people: a matrix where it is small, compiled passes above."""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.feasibility import infeasible
from viceversa.engine.problem import UNIT, Problem
from viceversa.engine.problem.tables import HALF, Tables
from viceversa.engine.scoring import highest, scores

from .base import INFEASIBLE, Candidates, Query, Sweep, Tick, Wide, gathered
from .dense import BLOCK, DenseSweep
from .index import Index, index_of
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
        self.tables = tables
        self.scheduler = scheduler
        self._index = index_of(tables)

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
        answers = self.scheduler.run(best_of_block, (self.tables, self._index), query, blocks)
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
        from . import kernel  # numba loads here and in `best_of_block`, nowhere else

        result = np.empty(len(mentees), dtype=np.int64)
        # A strided array would be another type to the compiler, and be compiled for anew.
        pairs = (np.ascontiguousarray(mentees), np.ascontiguousarray(mentors))
        kernel.scores_of(self.tables, *pairs, kernel.rest_of(self.tables, UNIT), result)
        return result


def best_of_block(shared: tuple[Tables, Index], query: Query, block: Block) -> Candidates:
    """One block of a pass; a pure function, so that any thread or machine may run it."""
    from . import kernel, pass_kernel

    tables, index = shared
    start, end = block
    prices = (query.mentee_prices, query.mentor_prices)
    own, other = reversed(prices) if query.by_mentor else prices
    out = np.zeros((end - start, query.keep, 3), dtype=np.int64)
    counts = np.zeros(end - start, dtype=np.int64)
    sums = np.zeros(len(other), dtype=np.int64)
    reward = query.reward
    worth = (
        *(reward.place, reward.floor, reward.plain),
        *(reward.top, reward.table, reward.above),
    )
    rest = kernel.rest_of(tables, UNIT)
    pass_kernel.best_of(
        *(tables, index, start, own[start:end], other, query.by_mentor, worth),
        *(apart_of(tables, query.by_mentor), rest, sums, out, counts),
    )
    kept = np.arange(query.keep)[None, :] < counts[:, None]
    asking = np.broadcast_to(np.arange(start, end)[:, None], kept.shape)[kept]
    answering, score, reduced = (out[:, :, k][kept] for k in range(3))
    sides = (answering, asking) if query.by_mentor else (asking, answering)
    return Candidates(*sides, score, reduced)


def apart_of(t: Tables, by_mentor: bool) -> tuple[Wide, Wide, int]:
    """The most that waiting and preferences can give each person's side, and all else together.

    The asking side first, weighted. Both criteria are sums of a part for each of the two, so
    these bounds are close; the others (but for the exchanges) are bounded by their highest.
    """
    sides = []
    for waited, content, named in (
        (t.waits.waited_mentee, t.named.content_mentee, t.named.named_by_mentee),
        (t.waits.waited_mentor, t.named.content_mentor, t.named.named_by_mentor),
    ):
        wish = np.where((named >= 0).any(axis=1), HALF, content)
        sides.append(t.weights[6] * waited + t.weights[5] * wish)
    own, other = reversed(sides) if by_mentor else sides
    return own, other, UNIT * int(t.weights[[2, 3, 4, 7]].sum())
