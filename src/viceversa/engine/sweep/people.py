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
COMPILED_BLOCK = 5_000_000


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


def sweep_of(
    problem: Problem, scheduler: Scheduler | None = None, like: Sweep | None = None
) -> Sweep:
    """The sweep that suits the problem's size; a small one never needs the scheduler.

    `like`: that of a similar problem. If only pins and bans differ, its lists serve again.
    """
    m, n = problem.shape
    tables = problem.tables
    if m * n <= SMALL:
        return DenseSweep(matrix_of(tables), highest(tables))
    index = None
    if isinstance(like, PeopleSweep) and like.tables.topics is tables.topics:
        index = like.index
    return PeopleSweep(tables, scheduler or Threads(), index)


class PeopleSweep:
    """Compiled passes; nothing but the columns is kept in memory."""

    def __init__(self, tables: Tables, scheduler: Scheduler, index: Index | None = None) -> None:
        self.tables = tables
        self.scheduler = scheduler
        self.index = index or index_of(tables)

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
        rows, width = len(query.people(self.shape)), self.shape[not query.by_mentor]
        step = max(1, COMPILED_BLOCK // max(1, width))
        blocks = [(start, min(start + step, rows)) for start in range(0, rows, step)]
        parts = []
        answers = self.scheduler.run(best_of_block, (self.tables, self.index), query, blocks)
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
    asking = query.people(tables.shape)[slice(*block)]
    rows = len(asking)
    prices = (query.mentee_prices, query.mentor_prices)
    own, other = reversed(prices) if query.by_mentor else prices
    out = np.zeros((rows, query.keep, 3), dtype=np.int64)
    counts = np.zeros(rows, dtype=np.int64)
    scratch = (np.zeros(len(other), dtype=np.int64), np.zeros(pass_kernel.LEVELS, dtype=np.int64))
    reward = query.reward
    worth = (
        *(reward.place, reward.floor, reward.plain),
        *(reward.top, reward.table, reward.above),
    )
    rest = kernel.rest_of(tables, UNIT)
    pass_kernel.best_of(
        *(tables, index, asking, own[asking], other, query.by_mentor, worth),
        *(bounds_of(tables, query), rest, scratch, out, counts),
    )
    kept = np.arange(query.keep)[None, :] < counts[:, None]
    asking = np.broadcast_to(asking[:, None], kept.shape)[kept]
    answering, score, reduced = (out[:, :, k][kept] for k in range(3))
    sides = (answering, asking) if query.by_mentor else (asking, answering)
    return Candidates(*sides, score, reduced)


def bounds_of(t: Tables, query: Query) -> tuple[Wide, Wide, Wide, Wide, int]:
    """What a quick look at a pair adds up, the asking side first.

    The exchanges and what languages earn are added to `begin` (of each of the other side); with
    `lifts` (of each asking person) that is no less than the reduced worth, or than the score
    where g is not the identity. Less `offset` and languages, plus `neutral` (asking), it is the
    weighted exchange itself. Waiting and preferences are sums of a part for each of the two, so
    their bounds are close; the other criteria are bounded by their highest. Last: the lowest
    price of the other side.
    """
    sides = []
    waits, named, weights = t.waits, t.named, t.weights
    for waited, content, names, neutral in (
        (waits.waited_mentee, named.content_mentee, named.named_by_mentee, 0),
        (waits.waited_mentor, named.content_mentor, named.named_by_mentor, 1),
    ):
        wish = np.where((names >= 0).any(axis=1), HALF, content)
        half = (t.topics.want_neutral, t.returns.back_neutral)[neutral]
        sides.append((weights[6] * waited + weights[5] * wish, weights[neutral] * half))
    prices = [query.mentee_prices, query.mentor_prices]
    if query.by_mentor:
        sides.reverse()
        prices.reverse()
    (own, own_neutral), (offset, other_neutral) = sides
    lifts = own + own_neutral + UNIT * int(t.weights[[3, 4, 7]].sum())
    if query.reward.plain:
        lifts = lifts - prices[0]
        offset = offset + query.reward.place - prices[1]
    return lifts, own_neutral, offset, offset + other_neutral, int(prices[1].min(initial=0))
