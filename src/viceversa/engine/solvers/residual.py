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

from .solution import Solution

type Wide = NDArray[np.int64]
type Steps = list[tuple[int, int]]  # (cost, position), cheapest first

FAR = int(np.iinfo(np.int64).max // 4)


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
        self.own_adds = self.own.adding(minimum).tolist()
        self.other_removes = self.other.removing(minimum).tolist()
        # Steps from outside in, cheapest first: an own partner fewer, an other partner more.
        self.own_removing, self.other_adding = (
            self.own.removing(minimum),
            self.other.adding(minimum),
        )
        self.own_removes = _cheapest(self.own_removing)
        self.other_adds = _cheapest(self.other_adding)
        self.dissolving = self._dissolving()
        # The own people nearest to each other person: see `Nearest.lists`.
        self.near = solution.nearest(by_mentor=role == "mentee").lists

    @staticmethod
    def of(solution: Solution, role: str) -> "Residual":
        """The graph of an answer, made once."""
        key = f"residual-{role}"
        if key not in solution.memory:
            solution.memory[key] = Residual(solution, role)
        graph: Residual = solution.memory[key]
        return graph

    def _dissolving(self) -> list[Steps]:
        """For each own person, the cost (surplus) of dropping each partner."""
        best = self.solution.optimum
        worth = self.solution.reward.of(best.score)
        surplus = worth - best.mentee_prices[best.mentee] - best.mentor_prices[best.mentor]
        sides = (best.mentee, best.mentor)
        own, other = sides if self.role == "mentee" else reversed(sides)
        steps: list[Steps] = [[] for _ in self.own.partners]
        for p, q, cost in zip(own.tolist(), other.tolist(), surplus.tolist(), strict=True):
            steps[p].append((cost, q))
        return steps

    def steps(self, q: int, people: Wide) -> tuple[list[int], list[int]]:
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
        return costs[order].tolist(), people[order].tolist()

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


def _cheapest(costs: Wide) -> Steps:
    people = np.flatnonzero(costs < FAR)
    people = people[np.argsort(costs[people], kind="stable")]
    return list(zip(costs[people].tolist(), people.tolist(), strict=True))
