"""The cheapest chains that free people for somebody: a search in the residual graph."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from . import dijkstra
from .dijkstra import FAR, NOBODY, Graph, State
from .residual import Residual

type Wide = NDArray[np.int64]
type Cells = list[tuple[int, int]]

# Whom a search starts from or goes to: somebody of the asker's own side, or of the other.
OWN, OTHER = range(2)
# So many steps at a time: then the caller looks whether that is far enough.
STEPS = 10_000


class Search:
    """Distances from one person to everybody on both sides, nearest first.

    From an own person (the asker): the least cost at which somebody of the other side has one
    partner fewer and everybody else is as before, but for the asker's one place. From an other
    person (`kind=OTHER`, somebody who lost a partner): the least cost of finding them a new one
    at the expense of somebody of the own side.

    `own` (m,), `other` (n,): distances, final up to what `advance` returned.
    """

    def __init__(self, graph: Residual, start: int, kind: int = OWN) -> None:
        self.graph = graph
        self._columns = graph.columns
        m, n = self._people = (len(graph.own.price), len(graph.other.price))
        self._state = dijkstra.fresh(self._people, graph.near_start, len(graph.columns.out_who))
        self._views = State(*(memoryview(column) for column in self._state))
        self._rows: dict[int, tuple[Wide, Wide]] = {}
        self.own, self.other = self._state.key[:m], self._state.key[m : m + n]
        dijkstra.put(self._views, self._node(kind, start), 0)

    @property
    def outside(self) -> int:
        """The distance of the empty places."""
        return int(self._state.key[sum(self._people)])

    def advance(self, most: int) -> int:
        """Go on up to a distance, for some steps; how far everything is known by then.

        A whole row costs as much as thousands of steps: after one the caller looks again, too.
        """
        if (q := self._take_steps(most)) != NOBODY:
            self._look_at_row(q)
        return int(self._state.key[self._state.heap[0]]) if self._state.size[0] else FAR

    def to(self, kind: int, at: int) -> int | None:
        """The distance of one person; None if no chain comes there."""
        node, known = self._node(kind, at), -1
        while self._state.key[node] > known:
            known = self.advance(int(self._state.key[node]))
        distance = int(self._state.key[node])
        return distance if distance < FAR else None

    def look_back(self, q: int, known: Wide, distance: int) -> tuple[int, bool]:
        """At least how far an other person is who has not been settled, and whether just so far.

        Looks at their partners' whole rows, from which the search will come to them. `known`
        (n,): at least how far everybody of the other side is.
        """
        graph, outside, goal = self.graph, min(self.outside, distance), self._node(OTHER, q)
        ways = [outside + int(graph.other_adding[q])]
        for p in graph.other.partners[q]:
            surplus = graph.surplus(p, q)
            people, costs = self._new_pairs(p)
            through = known[people] + costs
            nearest = int(through.min(initial=FAR))
            if nearest < FAR and self.other[people[through.argmin()]] <= distance:
                origin = self._node(OTHER, int(people[through.argmin()]))
                dijkstra.reach(self._views, p, nearest, origin)
            first = min(nearest, outside + int(graph.own_removing[p]), int(self.own[p]))
            ways.append(first + surplus)
            if self.own[p] < FAR:
                dijkstra.reach(self._views, goal, int(self.own[p]) + surplus, p)
        least = max(min(ways), distance)
        return least, int(self.other[q]) == least

    def _new_pairs(self, p: int) -> tuple[Wide, Wide]:
        """Whom an own person may be paired with, but is not yet, and the costs."""
        if p not in self._rows:
            people, costs = self.graph.asking_costs(p)
            new = ~np.isin(people, self.graph.own.partners[p])
            self._rows[p] = people[new], costs[new]
        return self._rows[p]

    def chain(self, at: int, kind: int = OTHER) -> tuple[Cells, Cells]:
        """Pairs (own, other) dissolved and made on the cheapest way to a person reached."""
        dropped: Cells = []
        made: Cells = []
        (m, n), node = self._people, self._node(kind, at)
        while (before := int(self._state.origin[node])) != dijkstra.START:
            if before < m <= node < m + n:
                dropped.append((before, node - m))
            elif node < m <= before < m + n:
                made.append((node, before - m))
            node = before
        return dropped, made

    def _node(self, kind: int, at: int) -> int:
        return at if kind == OWN else self._people[0] + at

    def _take_steps(self, most: int) -> int:
        if not self.graph.large:
            return dijkstra.advance(self._column_views, self._views, most, STEPS)
        from .compiled import advance

        return int(advance(self._columns, self._state, most, STEPS))

    @cached_property
    def _column_views(self) -> Graph:
        return Graph(*(memoryview(column) for column in self._columns))

    def _look_at_row(self, q: int) -> None:
        """Put everybody whom a freed person could bring nearer in the place of their list."""
        state, near = self._state, self._columns
        costs, people = self.graph.steps(q, np.arange(self._people[0]))
        nearer = costs + self.other[q] < self.own[people]
        state.at[q] = len(near.near_who)
        self._columns = near._replace(
            near_who=np.append(near.near_who, people[nearer]),
            near_cost=np.append(near.near_cost, costs[nearer]),
        )
        state.end[q] = len(self._columns.near_who)
        self.__dict__.pop("_column_views", None)
        dijkstra.queue_next(self._column_views, self._views, q)
