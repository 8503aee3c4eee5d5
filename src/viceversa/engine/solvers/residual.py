"""The residual graph of an answer: who could move where, and what each step would cost.

With the prices of the answer every step costs its reduced worth, which is never negative:
making an allowed pair costs u + v - c, dissolving a chosen one its surplus (0 for most), and
empty places stand outside. No graph of all pairs is built: each person knows their nearest, and
how far those reach; beyond that the person's whole row is looked at when a search gets there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.scoring import pair_scores
from viceversa.engine.sweep import PeopleSweep

from .dijkstra import FAR, Graph
from .nearest import Lists
from .solution import Solution

type Wide = NDArray[np.int64]


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
        missed = (self.fewest > 0) & (self.count <= self.fewest)
        return np.where(self.count > 0, np.where(missed, minimum, 0) + self.price, FAR)


class Residual:
    """The residual graph, seen from the mentees or from the mentors ("own" side)."""

    def __init__(self, solution: Solution, role: str) -> None:
        mentees, mentors = _sides(solution)
        self.solution = solution
        self.role = role
        self.own, self.other = (mentees, mentors) if role == "mentee" else (mentors, mentees)
        minimum = solution.reward.minimum
        # Steps from outside in: an own partner fewer, an other partner more.
        self.own_removing = self.own.removing(minimum)
        self.other_adding = self.other.adding(minimum)
        near = solution.nearest(by_mentor=role == "mentee").lists
        self.near_start = near.start
        self.columns = self._columns(near, minimum)
        # Machine code is worth loading where the passes over all pairs needed it too.
        self.large = isinstance(solution.sweep, PeopleSweep)

    @staticmethod
    def of(solution: Solution, role: str) -> "Residual":
        """The graph of an answer, made once."""
        key = f"residual-{role}"
        if key not in solution.memory:
            solution.memory[key] = Residual(solution, role)
        graph: Residual = solution.memory[key]
        return graph

    def _columns(self, near: Lists, minimum: int) -> Graph:
        best, m = self.solution.optimum, len(self.own.price)
        worth = self.solution.reward.of(best.score)
        surplus = worth - best.mentee_prices[best.mentee] - best.mentor_prices[best.mentor]
        own, other = best.mentee, best.mentor
        if self.role == "mentor":
            own, other = other, own
        by_own, by_other = (np.argsort(side, kind="stable") for side in (own, other))
        entering = np.concatenate([self.own_removing, self.other_adding])
        nodes = np.flatnonzero(entering < FAR)
        nodes = nodes[np.argsort(entering[nodes], kind="stable")]
        return Graph(
            add_own=self.own.adding(minimum),
            remove_other=self.other.removing(minimum),
            drop_start=np.searchsorted(own[by_own], np.arange(m + 1)),
            drop_who=other[by_own],
            drop_cost=surplus[by_own],
            held_start=np.searchsorted(other[by_other], np.arange(len(self.other.price) + 1)),
            held_who=own[by_other],
            out_who=nodes,
            out_cost=entering[nodes],
            near_who=near.who,
            near_cost=near.cost,
            near_reach=near.reach,
        )

    def surplus(self, own: int, other: int) -> int:
        """What it costs to dissolve a chosen pair."""
        start, end = self.columns.drop_start[own : own + 2]
        partners = self.columns.drop_who[start:end].tolist()
        return int(self.columns.drop_cost[start + partners.index(other)])

    def steps(self, q: int, people: Wide) -> tuple[Wide, Wide]:
        """What pairing an other person would cost with each of these who are allowed; and whom.

        Cheapest first; never with those paired already.
        """
        reward, whom = self.solution.reward, np.full_like(people, q)
        sides = (people, whom) if self.role == "mentee" else (whom, people)
        scores = self.solution.sweep.of(*sides)
        allowed = (scores >= max(reward.floor, 0)) & ~np.isin(people, self.other.partners[q])
        people, scores = people[allowed], scores[allowed]
        costs = self.own.price[people] + self.other.price[q] - reward.of(scores)
        order = np.argsort(costs, kind="stable")
        return costs[order], people[order]

    def own_scores(self, asker: int) -> Wide:
        """Scores of an own person with the whole other side, -1 where a rule forbids."""
        sweep = self.solution.sweep
        return sweep.row(asker) if self.role == "mentee" else sweep.column(asker)

    def asking_costs(self, asker: int) -> tuple[Wide, Wide]:
        """Reduced costs of an own person with everyone allowed on the other side."""
        reward, scores = self.solution.reward, self.own_scores(asker)
        people = np.flatnonzero(scores >= max(reward.floor, 0))
        costs = self.own.price[asker] + self.other.price[people] - reward.of(scores[people])
        return people, costs

    def pair_scores(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
        """The scores of pairs (own, other), allowed or not."""
        cells = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        i, j = cells if self.role == "mentee" else cells[::-1]
        scores = pair_scores(self.solution.problem.tables, i, j).tolist()
        return dict(zip(pairs, scores, strict=True))

    def pair_score(self, own: int, other: int) -> int:
        """The score of one pair, allowed or not."""
        return self.pair_scores([(own, other)])[own, other]

    def id_of(self, position: int, *, own: bool) -> str:
        """The person at a position of the own or the other side."""
        problem = self.solution.problem
        side = problem.mentees if own == (self.role == "mentee") else problem.mentors
        return side[position].person


def _sides(solution: Solution) -> tuple[Side, Side]:
    best, limits = solution.optimum, solution.limits
    m, n = solution.sweep.shape
    return (
        Side(
            best.mentee_prices,
            np.bincount(best.mentee, minlength=m),
            limits.mentee_min,
            limits.mentee_max,
            _partners(best.mentee, best.mentor, m),
        ),
        Side(
            best.mentor_prices,
            np.bincount(best.mentor, minlength=n),
            limits.mentor_min,
            limits.mentor_max,
            _partners(best.mentor, best.mentee, n),
        ),
    )


def _partners(own: Wide, other: Wide, size: int) -> list[list[int]]:
    lists: list[list[int]] = [[] for _ in range(size)]
    for a, b in zip(own.tolist(), other.tolist(), strict=True):
        lists[a].append(b)
    return lists
