"""Forcing a pair: what it would cost the cohort, exactly, and who would move."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import Problem
from viceversa.engine.scoring import highest
from viceversa.engine.solvers import Solution
from viceversa.engine.solvers.dijkstra import FAR
from viceversa.engine.solvers.residual import Residual
from viceversa.engine.solvers.search import OTHER, Search

type Wide = NDArray[np.int64]

# If so few people are still waited for, they are looked at from their own side.
FEW = 40


@dataclass(frozen=True, slots=True)
class Move:
    """One person's change: partners lost and gained (person ids) and mean fit before and after."""

    person: str
    role: str
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another partner for somebody, and what the whole cohort would pay for it.

    `cost`: in the certificate's unit, exact, never negative for an allowed pair; `pairs`: change
    in the number of pairs; `total`: change of the sum of scores; `moves`: everyone whose partners
    would change, the two included; `worst`: the lowest score among the pairs newly made.
    """

    person: str
    score: float
    chosen: bool
    cost: int
    pairs: int
    total: float
    moves: tuple[Move, ...]
    worst: float


def alternatives(
    problem: Problem, solution: Solution, person: str, limit: int = 5, role: str = "mentee"
) -> tuple[Alternative, ...]:
    """The allowed partners for a person that would cost the cohort least, cheapest first.

    `role` says in which role the person asks. Costs are exact over all pairs. The person's
    present partners come first, at no cost; equal costs are in order of id.
    """
    graph = Residual.of(solution, role)
    asker = problem.position(person, role)
    present = set(graph.own.partners[asker])
    search = Search(graph, asker)
    found = _cheapest(graph, search, asker, present, limit)
    now = [_as_is(graph, asker, q) for q in sorted(present)]
    return (*now, *(_alternative(graph, search, asker, q, cost) for cost, q in found))


def _cheapest(
    graph: Residual, search: Search, asker: int, present: set[int], limit: int
) -> list[tuple[int, int]]:
    """The least costs and whom they are for: the chain that frees them, and the pair itself."""
    people, costs = graph.asking_costs(asker)
    others = ~np.isin(people, list(present))
    people, costs = people[others], costs[others]
    total, left = np.full(len(people), FAR), np.arange(len(people))
    known, most = 0, FAR
    # Whoever has not been reached yet is at least as far as the search has come: it ends when
    # that cannot beat what is found.
    while len(left) and known < FAR:
        known = search.advance(most - int(costs[left].min()) if most < FAR else FAR)
        near = left[search.other[people[left]] <= known]
        total[near] = search.other[people[near]] + costs[near]
        most = _least(total, limit)
        left = np.flatnonzero((total == FAR) & (costs <= most - known))
        if most < FAR and len(left) <= FEW:
            total[left] = _looked_back(search, people[left], costs[left], known, most)
            most = _least(total, limit)
            left = np.flatnonzero((total == FAR) & (costs <= most - known))
    found = np.lexsort((people, total))[:limit]
    return [(int(total[k]), int(people[k])) for k in found if total[k] < FAR]


def _least(costs: Wide, limit: int) -> int:
    """The highest of so many least costs; `FAR` if there are fewer."""
    return int(np.partition(costs, limit - 1)[limit - 1]) if len(costs) >= limit else FAR


def _looked_back(search: Search, people: Wide, costs: Wide, distance: int, most: int) -> Wide:
    """The whole costs of those that are known already or more than `most`; of others `FAR`."""
    known, told = np.minimum(search.other, distance), np.full(len(people), FAR)
    for k, (q, cost) in enumerate(zip(people.tolist(), costs.tolist(), strict=True)):
        least, exact = search.look_back(q, known, distance)
        if exact or cost + least > most:
            told[k] = cost + least
    return told


def force(problem: Problem, solution: Solution, mentor: str, mentee: str) -> Alternative | None:
    """What this very pair would cost, allowed or not; None if no chain frees the two.

    A pair that a rule forbids may even have a negative cost: the rule is what it costs.
    """
    graph = Residual.of(solution, "mentee")
    asker, wanted = problem.position(mentee, "mentee"), problem.position(mentor, "mentor")
    if wanted in graph.own.partners[asker]:
        return _as_is(graph, asker, wanted)
    search = Search(graph, asker)
    distance = search.to(OTHER, wanted)
    if distance is None:
        return None
    worth = int(solution.reward.of(np.array([graph.pair_score(asker, wanted)]))[0])
    reduced = int(graph.own.price[asker]) + int(graph.other.price[wanted]) - worth
    return _alternative(graph, search, asker, wanted, distance + reduced)


def _as_is(graph: Residual, asker: int, q: int) -> Alternative:
    score = graph.pair_score(asker, q) / highest(graph.solution.problem.tables)
    return Alternative(graph.id_of(q, own=False), score, True, 0, 0, 0.0, (), score)


def _alternative(graph: Residual, search: Search, asker: int, q: int, cost: int) -> Alternative:
    dropped, made = search.chain(q)
    made.append((asker, q))
    scale = highest(graph.solution.problem.tables)
    gained, lost = graph.pair_scores(made), graph.pair_scores(dropped)
    return Alternative(
        person=graph.id_of(q, own=False),
        score=gained[asker, q] / scale,
        chosen=False,
        cost=cost,
        pairs=len(made) - len(dropped),
        total=(sum(gained.values()) - sum(lost.values())) / scale,
        moves=tuple(_moves(graph, lost, gained, scale)),
        worst=min(gained.values()) / scale,
    )


def _moves(
    graph: Residual,
    lost: dict[tuple[int, int], int],
    gained: dict[tuple[int, int], int],
    scale: int,
) -> list[Move]:
    """Everyone whose partners change, in order of id, the asker's side first."""
    roles = ("mentee", "mentor") if graph.role == "mentee" else ("mentor", "mentee")
    moves = []
    for side in (0, 1):
        gone, new = _by_person(lost, side), _by_person(gained, side)
        for at in sorted({*gone, *new}):
            before, after = gone.get(at, {}), new.get(at, {})
            moves.append(
                Move(
                    graph.id_of(at, own=side == 0),
                    roles[side],
                    tuple(graph.id_of(other, own=side == 1) for other in before),
                    tuple(graph.id_of(other, own=side == 1) for other in after),
                    sum(before.values()) / len(before) / scale if before else None,
                    sum(after.values()) / len(after) / scale if after else None,
                )
            )
    return moves


def _by_person(scores: dict[tuple[int, int], int], side: int) -> dict[int, dict[int, int]]:
    """Scores of pairs as {person of that side: {partner: score}}."""
    result: dict[int, dict[int, int]] = {}
    for pair, score in scores.items():
        result.setdefault(pair[side], {})[pair[1 - side]] = score
    return result
