"""The pairs nearest to their prices, for each person of one side: who would be wanted next.

Found by one pass over all pairs. They feed the next round of the solver, prove by their absence
that no pair is worth more than its prices, and let explanations and edits search without another
look at everybody.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.scoring import Reward
from viceversa.engine.sweep import Candidates, Query, Sweep, gathered
from viceversa.engine.sweep.base import Tick

type Wide = NDArray[np.int64]
type Prices = tuple[Wide, Wide]

# How many to keep for each person, and within which part of the highest worth of a score.
MENTEES_KEEP, MENTEES_REACH = 24, 30
MENTORS_KEEP, MENTORS_REACH = 40, 16
# The closest are within this part of the reach.
CLOSEST = 4


class Lists(NamedTuple):
    """Each person's list: where it starts (people + 1,), who is on it, and at what cost.

    In order of cost and position. Nobody who is not on it costs less than the `reach` (people,).
    """

    start: Wide
    who: Wide
    cost: Wide
    reach: Wide


@dataclass(frozen=True)
class Nearest:
    """What a pass found for each mentee, or for each mentor: `found`, in order of positions.

    A pair's `reduced` is its worth less its prices plus `shift`. `reach` (people,): every pair of
    a person that is not among those found is worth less than its prices by at least so much.
    """

    found: Candidates
    reach: Wide
    shift: int
    by_mentor: bool

    @property
    def wanted(self) -> NDArray[np.bool_]:
        """Which of the pairs found are worth more than their prices."""
        result: NDArray[np.bool_] = self.found.reduced > self.shift
        return result

    @property
    def complete(self) -> bool:
        """Whether all pairs that are worth more than their prices are among those found."""
        return bool(self.reach.min(initial=0) >= 0)

    @property
    def closest(self) -> Candidates:
        """Those that are the first to be wanted when prices move."""
        return self.where(self.found.reduced > self.shift - self.shift // CLOSEST)

    def where(self, chosen: NDArray[np.bool_]) -> Candidates:
        """Some of the pairs found."""
        return Candidates(*(column[chosen] for column in self.found))

    def moved(self, before: Prices, after: Prices) -> "Nearest":
        """The same pairs at other prices, without another look; the reach may fall below 0."""
        (u, v), found = (old - new for old, new in zip(before, after, strict=True)), self.found
        own, other = (v, u) if self.by_mentor else (u, v)
        reduced = found.reduced + u[found.mentee] + v[found.mentor]
        reach = self.reach - own - int(other.max(initial=0))
        return replace(self, found=found._replace(reduced=reduced), reach=reach)

    def without(self, mentee: int, mentor: int) -> "Nearest":
        """Without a pair that is no longer to be found."""
        keep = (self.found.mentee != mentee) | (self.found.mentor != mentor)
        return replace(self, found=self.where(keep))

    @cached_property
    def lists(self) -> "Lists":
        """The same by person."""
        found, people = self.found, len(self.reach)
        own, other = (found.mentor, found.mentee) if self.by_mentor else found[:2]
        cost = self.shift - found.reduced
        # One key is sorted several times as quickly as three; the costs are small enough for it.
        width, lowest = int(other.max(initial=0)) + 1, int(cost.min(initial=0))
        spread = int(cost.max(initial=0)) - lowest + 1
        order = np.argsort((own * spread + cost - lowest) * width + other)
        start = np.searchsorted(own[order], np.arange(people + 1))
        return Lists(start, other[order], cost[order], self.reach)


@dataclass(frozen=True)
class Look:
    """Where to look, and with which worths and limits: what stays the same from pass to pass."""

    sweep: Sweep
    limits: Limits
    reward: Reward

    def nearest(self, prices: Prices, by_mentor: bool, tick: Tick | None = None) -> Nearest:
        """Look at all pairs once. `prices`: of mentees (m,) and mentors (n,)."""
        return self._found(prices, by_mentor, None, tick)

    def completed(self, near: Nearest, prices: Prices, tick: Tick | None = None) -> Nearest:
        """Look again for those people only who may have better pairs than those found."""
        who = np.flatnonzero(near.reach < 0)
        again = self._found(prices, near.by_mentor, who, tick)
        own = near.found.mentor if near.by_mentor else near.found.mentee
        found = gathered([near.where(near.reach[own] >= 0), again.found])
        return replace(near, found=found, reach=np.where(near.reach < 0, again.reach, near.reach))

    def _found(
        self, prices: Prices, by_mentor: bool, who: Wide | None, tick: Tick | None
    ) -> Nearest:
        keep, part = (MENTORS_KEEP, MENTORS_REACH) if by_mentor else (MENTEES_KEEP, MENTEES_REACH)
        most = self.limits.mentor_max if by_mentor else self.limits.mentee_max
        # Pairs chosen by people with several places may exceed their prices: leave them room.
        keep += int(most.max(initial=0))
        shift = self.reward.top // part
        query = Query(prices[0] - shift, prices[1], self.reward, keep, by_mentor, who)
        found = self.sweep.best(query, tick)
        people = self.sweep.shape[by_mentor]
        own = found.mentor if by_mentor else found.mentee
        reach = np.full(people, shift, dtype=np.int64)
        last = np.full(people, shift, dtype=np.int64)
        np.minimum.at(last, own, found.reduced)
        full = np.bincount(own, minlength=people) >= keep
        reach[full] = shift - last[full]
        return Nearest(found, reach, shift, by_mentor)
