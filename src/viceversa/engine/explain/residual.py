"""What it costs to move people: shortest paths in the residual graph of an answer.

Forcing a pair opens a chain: whoever loses a partner looks for another, until a place is found
or the chain comes back. With the prices of the answer every step costs its reduced worth, which is
never negative, so Dijkstra's method gives the cheapest chain over *all* pairs. Pairs are looked
at one person at a time; no graph is ever built.

The search starts from one person (the *asker*) on their own side and finds, for everyone on the
other side, the cheapest way to be freed for the asker. The outside node stands for empty places:
to take a partner more, or one fewer.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.solvers import Solution

type Wide = NDArray[np.int64]

FAR = np.iinfo(np.int64).max // 4
OUTSIDE = -1
NOWHERE = -2


@dataclass(frozen=True)
class Side:
    """One side of an answer: prices, numbers of partners and places, partners by person."""

    price: Wide
    count: Wide
    fewest: Wide
    most: Wide
    partners: list[list[int]]

    def adding(self, minimum: int) -> Wide:
        """What it costs to give each person one partner more from outside; `FAR` if full."""
        cost = np.where(self.count < self.fewest, -minimum, 0) - self.price
        return np.where(self.count < self.most, cost, FAR)

    def removing(self, minimum: int) -> Wide:
        """What it costs to take one partner from each person; `FAR` if they have none."""
        cost = np.where(self.count <= self.fewest, np.where(self.fewest > 0, minimum, 0), 0)
        return np.where(self.count > 0, cost + self.price, FAR)


class Residual:
    """The residual graph of an answer, seen from mentees or from mentors."""

    def __init__(self, solution: Solution, role: str) -> None:
        best, limits = solution.optimum, solution.limits
        m, n = solution.sweep.shape
        mentees = Side(
            best.mentee_prices,
            np.bincount(best.mentee, minlength=m),
            limits.mentee_min,
            limits.mentee_max,
            _partners(best.mentee, best.mentor, m),
        )
        mentors = Side(
            best.mentor_prices,
            np.bincount(best.mentor, minlength=n),
            limits.mentor_min,
            limits.mentor_max,
            _partners(best.mentor, best.mentee, n),
        )
        self.solution = solution
        self.role = role
        self.own, self.other = (mentees, mentors) if role == "mentee" else (mentors, mentees)

    def scores(self, other: int) -> Wide:
        """Scores of one person of the other side with everyone on the asker's side."""
        sweep = self.solution.sweep
        return sweep.column(other) if self.role == "mentee" else sweep.row(other)

    def own_scores(self, asker: int) -> Wide:
        """Scores of the asker with everyone on the other side."""
        sweep = self.solution.sweep
        return sweep.row(asker) if self.role == "mentee" else sweep.column(asker)

    def pair_score(self, own: int, other: int) -> int:
        """The score of one pair, allowed or not."""
        from viceversa.engine.scoring import pair_scores

        i, j = (own, other) if self.role == "mentee" else (other, own)
        tables = self.solution.problem.tables
        return int(pair_scores(tables, np.array([i]), np.array([j]))[0])


def _partners(own: Wide, other: Wide, size: int) -> list[list[int]]:
    lists: list[list[int]] = [[] for _ in range(size)]
    for a, b in zip(own.tolist(), other.tolist(), strict=True):
        lists[a].append(b)
    return lists


class Search:
    """Dijkstra from one asker; `settle` yields the other side, nearest first."""

    def __init__(self, graph: Residual, asker: int) -> None:
        self.graph = graph
        reward = graph.solution.reward
        self._reward = reward
        self._own_adds = graph.own.adding(reward.minimum)
        self._own_removes = graph.own.removing(reward.minimum)
        self._other_adds = graph.other.adding(reward.minimum)
        self._other_removes = graph.other.removing(reward.minimum)
        self.own = np.full(len(graph.own.price), FAR)
        self.other = np.full(len(graph.other.price), FAR)
        self.outside = FAR
        # Where the cheapest way comes from: a position on the opposite side, OUTSIDE, NOWHERE.
        self.own_from = np.full(len(self.own), NOWHERE)
        self.other_from = np.full(len(self.other), NOWHERE)
        self.outside_from: tuple[str, int] = ("own", NOWHERE)
        self._open_own = self.own.copy()
        self._open_other = self.other.copy()
        self._outside_open = FAR
        self.own[asker] = self._open_own[asker] = 0

    def step(self) -> tuple[str, int, int]:
        """Settle the nearest node: its kind ("own", "other", "outside"), position, distance.

        Kind "end" when nothing else can be reached.
        """
        p = int(self._open_own.argmin()) if len(self._open_own) else 0
        q = int(self._open_other.argmin()) if len(self._open_other) else 0
        near_own = int(self._open_own[p]) if len(self._open_own) else FAR
        near_other = int(self._open_other[q]) if len(self._open_other) else FAR
        nearest = min(near_own, near_other, self._outside_open)
        if nearest >= FAR:
            return "end", 0, FAR
        if nearest == near_other:
            self._open_other[q] = FAR
            return "other", q, nearest
        if nearest == near_own:
            self._open_own[p] = FAR
            self._leave_own(p, nearest)
            return "own", p, nearest
        self._outside_open = FAR
        self._leave_outside(nearest)
        return "outside", 0, nearest

    def _leave_own(self, p: int, distance: int) -> None:
        """The person drops a partner, who then needs another, or takes an empty place."""
        own, other = self.graph.own, self.graph.other
        for q in own.partners[p]:
            score = np.array([self.graph.pair_score(p, q)])
            surplus = int(self._reward.of(score)[0]) - int(own.price[p]) - int(other.price[q])
            if distance + surplus < self.other[q]:
                self.other[q] = self._open_other[q] = distance + surplus
                self.other_from[q] = p
        self._reach_outside("own", p, distance + int(self._own_adds[p]))

    def leave_other(self, q: int) -> None:
        """Someone of the other side looks for a new partner, or stays without.

        Kept apart from `step` because it looks at all pairs of that person; a search that only
        wants the nearest need not do it for the last of them.
        """
        distance = int(self.other[q])
        graph = self.graph
        scores = graph.scores(q)
        allowed = scores >= max(self._reward.floor, 0)
        allowed[graph.other.partners[q]] = False
        reduced = graph.own.price + graph.other.price[q] - self._reward.of(np.maximum(scores, 0))
        reach = np.where(allowed, distance + reduced, FAR)
        closer = reach < self.own
        self.own[closer] = self._open_own[closer] = reach[closer]
        self.own_from[closer] = q
        self._reach_outside("other", q, distance + int(self._other_removes[q]))

    def _reach_outside(self, kind: str, position: int, distance: int) -> None:
        if distance < self.outside:
            self.outside = self._outside_open = distance
            self.outside_from = (kind, position)

    def _leave_outside(self, distance: int) -> None:
        for kind, costs in (("own", self._own_removes), ("other", self._other_adds)):
            reach = np.where(costs < FAR, distance + costs, FAR)
            now, still, origin = (
                (self.own, self._open_own, self.own_from)
                if kind == "own"
                else (self.other, self._open_other, self.other_from)
            )
            closer = reach < now
            now[closer] = still[closer] = reach[closer]
            origin[closer] = OUTSIDE

    def chain(self, q: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Pairs (own, other) dissolved and made on the cheapest way to `q`."""
        dropped: list[tuple[int, int]] = []
        made: list[tuple[int, int]] = []
        kind, at = "other", q
        while True:
            origins = self.other_from if kind == "other" else self.own_from
            before = int(origins[at])
            if before == NOWHERE:
                return dropped, made
            if before == OUTSIDE:
                kind, at = self.outside_from
                continue
            if kind == "other":
                dropped.append((before, at))
                kind, at = "own", before
            else:
                made.append((at, before))
                kind, at = "other", before
