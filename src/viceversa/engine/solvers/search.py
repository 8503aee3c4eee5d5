"""Dijkstra's method on the residual graph: the cheapest chains that free people for somebody."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

import numpy as np
from numpy.typing import NDArray

from .residual import FAR, Residual, Steps

type Wide = NDArray[np.int64]
type Numbers = Sequence[int] | memoryview

OUTSIDE, NOWHERE = -1, -2
# What a heap entry is about. Whole rows come after everything at the same distance.
OWN, OTHER, OUT, FEWER, MORE, NEAR, ROW = range(7)


class Search:
    """Distances from one person to everybody on both sides, nearest first.

    From an own person (the asker): the least cost at which somebody of the other side has one
    partner fewer and everybody else is as before, but for the asker's one place. From an other
    person (`kind=OTHER`, somebody who lost a partner): the least cost of finding them a new one
    at the expense of somebody of the own side.
    """

    def __init__(self, graph: Residual, start: int, kind: int = OWN) -> None:
        self.graph = graph
        self.own: dict[int, int] = {start: 0} if kind == OWN else {}
        self.other: dict[int, int] = {start: 0} if kind == OTHER else {}
        self.outside = FAR
        self._own_from: dict[int, int] = {start: NOWHERE} if kind == OWN else {}
        self._other_from: dict[int, int] = {start: NOWHERE} if kind == OTHER else {}
        self._outside_from = (OWN, NOWHERE)
        self._heap: list[tuple[int, int, int]] = [(0, kind, start)]
        # Own people who have not been settled: whole rows look at no others.
        self._open = np.ones(len(graph.own.price), dtype=np.bool_)
        # For each freed person: costs and people to be looked at, where, and up to where.
        self._ahead: dict[int, tuple[Numbers, Numbers, int, int]] = {}

    def settled(self) -> Iterator[tuple[int, int, int]]:
        """Distance, kind and position of each step, nearest first; people before they move on."""
        heap = self._heap
        while heap:
            distance, kind, at = heappop(heap)
            yield distance, kind, at
            if kind == OTHER and distance == self.other[at]:
                self._leave_other(at, distance)
            elif kind == OWN and distance == self.own[at]:
                self._leave_own(at, distance)
            elif kind == OUT and distance == self.outside:
                self._stream(FEWER, 0, distance)
                self._stream(MORE, 0, distance)
            elif kind in (FEWER, MORE):
                self._stream_on(kind, at)
            elif kind == NEAR:
                p = self._pair_next(at, distance)
                if p >= 0:
                    yield distance, OWN, p
                    self._leave_own(p, distance)
            elif kind == ROW:
                costs, people = self.graph.steps(at, np.flatnonzero(self._open))
                self._queue_next(at, costs, people, 0, len(costs))

    def known(self, distance: int) -> Wide:
        """At least how far everybody of the other side is (n,), once steps come that far."""
        result = np.full(len(self.graph.other.price), distance, dtype=np.int64)
        people = list(self.other)
        result[people] = np.minimum(list(self.other.values()), distance)
        return result

    def look_back(self, q: int, known: Wide, distance: int) -> tuple[int, bool]:
        """At least how far an other person is who has not been settled, and whether just so far.

        Looks at their partners' whole rows, from which the search will come to them.
        """
        graph, outside = self.graph, min(self.outside, distance)
        ways = [outside + int(graph.other_adding[q])]
        for p in graph.other.partners[q]:
            surplus = next(cost for cost, other in graph.dissolving[p] if other == q)
            people, costs = graph.asking_costs(p)
            reach = known[people] + costs
            reach[np.isin(people, graph.own.partners[p])] = FAR
            nearest = int(reach.min(initial=FAR))
            if nearest < FAR:
                self._reach_from(int(people[reach.argmin()]), p, nearest, distance)
            first = min(nearest, outside + int(graph.own_removing[p]), self.own.get(p, FAR))
            ways.append(first + surplus)
            if p in self.own:
                self._reach_other(q, self.own[p] + surplus, p)
        least = max(min(ways), distance)
        return least, self.other.get(q, FAR) == least

    def _reach_from(self, q: int, p: int, reach: int, distance: int) -> None:
        """Take the step to an own person now, if it comes from somebody settled."""
        if self.other.get(q, FAR) <= distance and reach < self.own.get(p, FAR):
            self.own[p] = reach
            self._own_from[p] = q
            heappush(self._heap, (reach, OWN, p))

    def _leave_own(self, p: int, distance: int) -> None:
        """The person drops a partner, who is then free; or takes an empty place."""
        self._open[p] = False
        for cost, q in self.graph.dissolving[p]:
            self._reach_other(q, distance + cost, p)
        self._reach_outside(OWN, p, distance + self.graph.own_adds[p])

    def _leave_other(self, q: int, distance: int) -> None:
        """The freed person is paired anew, with somebody near to begin with, or stays without."""
        start, costs, people, reach = self.graph.near
        heappush(self._heap, (distance + reach[q], ROW, q))
        self._reach_outside(OTHER, q, distance + self.graph.other_removes[q])
        self._queue_next(q, costs, people, start[q], start[q + 1])

    def _queue_next(self, q: int, costs: Numbers, people: Numbers, at: int, end: int) -> None:
        """Queue the cheapest new pair of a freed person that brings somebody nearer.

        One at a time, because most are never needed.
        """
        own, distance, taken = self.own, self.other[q], self.graph.other.partners[q]
        while at < end:
            reach = distance + costs[at]
            if reach < own.get(people[at], FAR) and people[at] not in taken:
                heappush(self._heap, (reach, NEAR, q))
                break
            at += 1
        self._ahead[q] = costs, people, at, end

    def _pair_next(self, q: int, reach: int) -> int:
        """Whom the pair that was queued brings nearer; -1 if somebody came before."""
        costs, people, at, end = self._ahead[q]
        if at == end or self.other[q] + costs[at] != reach:
            return -1
        p = people[at]
        nearer = reach < self.own.get(p, FAR)
        if nearer:
            # Nothing is nearer than what is taken from the heap, so this is settled at once.
            self.own[p] = reach
            self._own_from[p] = q
        self._queue_next(q, costs, people, at + 1, end)
        return p if nearer else -1

    def _reach_other(self, q: int, reach: int, origin: int) -> None:
        if reach < self.other.get(q, FAR):
            self.other[q] = reach
            self._other_from[q] = origin
            heappush(self._heap, (reach, OTHER, q))

    def _reach_outside(self, kind: int, at: int, reach: int) -> None:
        if reach < self.outside:
            self.outside = reach
            self._outside_from = (kind, at)
            heappush(self._heap, (reach, OUT, 0))

    def _steps(self, kind: int) -> Steps:
        return self.graph.own_removes if kind == FEWER else self.graph.other_adds

    def _stream(self, kind: int, at: int, distance: int) -> None:
        steps = self._steps(kind)
        if at < len(steps):
            heappush(self._heap, (distance + steps[at][0], kind, at))

    def _stream_on(self, kind: int, at: int) -> None:
        """From outside in, one step at a time: there may be thousands of empty places."""
        cost, person = self._steps(kind)[at]
        reach = self.outside + cost
        if kind == MORE:
            self._reach_other(person, reach, OUTSIDE)
        elif reach < self.own.get(person, FAR):
            self.own[person] = reach
            self._own_from[person] = OUTSIDE
            heappush(self._heap, (reach, OWN, person))
        self._stream(kind, at + 1, self.outside)

    def chain(
        self, at: int, kind: int = OTHER
    ) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Pairs (own, other) dissolved and made on the cheapest way to a person reached."""
        dropped: list[tuple[int, int]] = []
        made: list[tuple[int, int]] = []
        while True:
            before = self._other_from[at] if kind == OTHER else self._own_from[at]
            if before == NOWHERE:
                return dropped, made
            if before == OUTSIDE:
                kind, at = self._outside_from
            elif kind == OTHER:
                dropped.append((before, at))
                kind, at = OWN, before
            else:
                made.append((at, before))
                kind, at = OTHER, before
