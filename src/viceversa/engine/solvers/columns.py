"""The optimum over all pairs from a few candidates at a time (column generation).

Best among the candidates, then prices, then one pass over all pairs for those that are worth
more than their two prices. When there is none left, the prices prove the answer best for the
complete problem. A pass also brings pairs that are worth a little less than their prices: they
are the next to be wanted when prices move, so few passes suffice. What is far off is let go.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits, dual_bound, primal_value
from viceversa.engine.scoring import Reward
from viceversa.engine.sweep import Candidates, Query, Sweep

from .flow import flow_of
from .nearest import Look, Nearest
from .prices import least_mentor_prices
from .progress import Reporter

type Wide = NDArray[np.int64]

FIRST_KEEP = 24


@dataclass(frozen=True)
class Pool:
    """Candidate pairs in order of mentee and mentor, each once: positions and scores."""

    mentee: Wide
    mentor: Wide
    score: Wide

    def has(self, found: Candidates, width: int) -> NDArray[np.bool_]:
        """Which of the candidates found are here already (both are in order, so by bisection)."""
        keys = self.mentee * width + self.mentor
        wanted = found.mentee * width + found.mentor
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        return keys[at] == wanted if len(keys) else np.zeros(len(wanted), dtype=np.bool_)

    def joined(self, found: Candidates, width: int) -> "Pool":
        """With the candidates found; `width` is the number of mentors."""
        mentee = np.concatenate([self.mentee, found.mentee])
        mentor = np.concatenate([self.mentor, found.mentor])
        score = np.concatenate([self.score, found.score])
        _, first = np.unique(mentee * width + mentor, return_index=True)
        return Pool(mentee[first], mentor[first], score[first])


NO_POOL = Pool(*(np.zeros(0, dtype=np.int64) for _ in range(3)))


@dataclass(frozen=True)
class Optimum:
    """The best answer over all pairs and the prices that prove it.

    `mentee`, `mentor`, `score`: the chosen pairs. `surplus`: Σ z (see `certificate.bound`).
    `near`: each mentor's nearest, if the last pass looked for them.
    """

    mentee: Wide
    mentor: Wide
    score: Wide
    mentee_prices: Wide
    mentor_prices: Wide
    value: int
    bound: int
    surplus: int
    passes: int
    pool: Pool
    near: Nearest | None = field(default=None, repr=False, compare=False)


def optimum(
    sweep: Sweep, limits: Limits, reward: Reward, reporter: Reporter, pool: Pool = NO_POOL
) -> Optimum:
    """Solve to proven optimality. `pool`: candidates to begin with, from an earlier answer."""
    width, look = sweep.shape[1], Look(sweep, limits, reward)
    by_mentor = len(pool.mentee) > 0
    if not by_mentor:
        pool = first_pool(sweep, reward, reporter)
    near: Nearest | None = None
    before = (np.zeros(0, dtype=np.int64),) * 2
    while True:
        answer = _among(limits, reward, reporter, pool)
        prices = (answer.mentee_prices, answer.mentor_prices)
        if near is not None:
            near = near.moved(before, prices)
        if near is None or not near.by_mentor:
            reporter.begin("pricing", new_pass=True)
            near = look.nearest(prices, by_mentor, reporter.tick)
        elif not near.complete:
            reporter.begin("pricing")
            near = look.completed(near, prices, reporter.tick)
        better = near.wanted & ~pool.has(near.found, width)
        if not better.any():
            reporter.begin("done")
            return replace(answer, passes=reporter.passes, near=near if near.by_mentor else None)
        reporter.bound = _provisional_bound(limits, answer, near, better)
        if not by_mentor:
            pool = _close(pool, answer, reward, near.shift)
        pool = pool.joined(near.closest if by_mentor else near.found, width)
        by_mentor, before = True, prices


def _close(pool: Pool, answer: Optimum, reward: Reward, shift: int) -> Pool:
    """The candidates that are chosen, or worth at most `shift` less than their prices."""
    worth = reward.of(pool.score)
    close = worth >= answer.mentee_prices[pool.mentee] + answer.mentor_prices[pool.mentor] - shift
    return Pool(pool.mentee[close], pool.mentor[close], pool.score[close])


def first_pool(sweep: Sweep, reward: Reward, reporter: Reporter) -> Pool:
    """Each person's best pairs, from both sides, nothing having a price yet."""
    pool = NO_POOL
    m, n = sweep.shape
    for by_mentor in (False, True):
        reporter.begin("candidates", new_pass=True)
        prices = (np.zeros(m, dtype=np.int64), np.zeros(n, dtype=np.int64))
        query = Query(*prices, reward, FIRST_KEEP, by_mentor)
        pool = pool.joined(sweep.best(query, reporter.tick), n)
    return pool


def _among(limits: Limits, reward: Reward, reporter: Reporter, pool: Pool) -> Optimum:
    """The best answer among the candidates, with its prices."""
    reporter.begin("assigning")
    worth = reward.of(pool.score)
    chosen = flow_of(limits, pool.mentee, pool.mentor, worth, reward.minimum)
    u, v = least_mentor_prices(limits, pool.mentee, pool.mentor, worth, chosen, reward)
    mentee, mentor = pool.mentee[chosen], pool.mentor[chosen]
    value = primal_value(limits, mentee, mentor, worth[chosen], reward.minimum)
    surplus = int(np.maximum(worth[chosen] - u[mentee] - v[mentor], 0).sum())
    reporter.value = value
    bound = dual_bound(limits, u, v, surplus)
    return Optimum(mentee, mentor, pool.score[chosen], u, v, value, bound, surplus, 0, pool)


def _provisional_bound(
    limits: Limits, answer: Optimum, near: Nearest, better: NDArray[np.bool_]
) -> int:
    """What the prices prove once each asking person's is raised by the most that a pass found."""
    prices = [answer.mentee_prices.copy(), answer.mentor_prices.copy()]
    most = np.zeros_like(near.reach)
    asking = near.found.mentor if near.by_mentor else near.found.mentee
    np.maximum.at(most, asking[better], near.found.reduced[better] - near.shift)
    prices[near.by_mentor] += most
    return dual_bound(limits, prices[0], prices[1], answer.surplus)
