"""The residual graph of an answer: who could move where, and what each step would cost.

With the prices of the answer every step costs its reduced worth, which is never negative:
making an allowed pair costs u + v - c, dissolving a chosen one its surplus (0 for most), and
empty places stand outside. No graph of all pairs is built: each person knows their nearest, and
how far those reach; beyond that the person's whole row is looked at when a search gets there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.scoring import pair_scores
from viceversa.engine.sweep import Query

from .solution import Solution

type Wide = NDArray[np.int64]
type Steps = list[tuple[int, int]]  # (cost, position), cheapest first

FAR = int(np.iinfo(np.int64).max // 4)
NEAREST = 64
# Pairs that are worth less than their prices by more than this part of the scale are far.
REACH = 8


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
        self.own_removes = _cheapest(self.own.removing(minimum))
        self.other_adds = _cheapest(self.other.adding(minimum))
        self.dissolving = self._dissolving()
        self.near, self.reach = self._near()

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

    def _near(self) -> tuple[list[Steps], list[int]]:
        """For each other person the nearest own people, and how far the list is complete."""
        best, reward = self.solution.optimum, self.solution.reward
        shift = max(reward.top // REACH, 1)
        by_mentor = self.role == "mentee"
        most = int(self.other.most.max(initial=1))
        keep = NEAREST + most
        prices = best.mentee_prices - shift
        query = Query(prices, best.mentor_prices, reward, keep, by_mentor)
        found = self.solution.sweep.best(query)
        asking, answering = (
            (found.mentor, found.mentee) if by_mentor else (found.mentee, found.mentor)
        )
        cost = shift - found.reduced
        order = np.lexsort((answering, cost, asking))
        starts = np.searchsorted(asking[order], np.arange(len(self.other.price) + 1)).tolist()
        costs, people = cost[order].tolist(), answering[order].tolist()
        near: list[Steps] = []
        reach: list[int] = []
        for q, (start, end) in enumerate(zip(starts, starts[1:], strict=False)):
            taken = self.other.partners[q]
            steps = list(zip(costs[start:end], people[start:end], strict=True))
            reach.append(costs[end - 1] if end - start >= keep else shift)
            near.append([step for step in steps if step[1] not in taken])
        return near, reach

    def all_steps(self, q: int) -> tuple[Wide, Wide]:
        """The own people allowed for an other person, and what pairing them would cost."""
        sweep, reward = self.solution.sweep, self.solution.reward
        scores = sweep.column(q) if self.role == "mentee" else sweep.row(q)
        allowed = scores >= max(reward.floor, 0)
        allowed[self.other.partners[q]] = False
        people = np.flatnonzero(allowed)
        costs = self.own.price[people] + self.other.price[q] - reward.of(scores[people])
        return people, costs

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

    def pair_score(self, own: int, other: int) -> int:
        """The score of one pair, allowed or not."""
        i, j = (own, other) if self.role == "mentee" else (other, own)
        tables = self.solution.problem.tables
        return int(pair_scores(tables, np.array([i]), np.array([j]))[0])

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
