"""Forcing a pair: what it would cost the cohort, exactly, and who would move."""

from dataclasses import dataclass

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.scoring import highest
from viceversa.engine.solvers import Solution
from viceversa.engine.solvers.residual import Residual
from viceversa.engine.solvers.search import OTHER, Search

# After so many steps, the people still waited for are looked at from their side, if they are few.
LOOK_BACK = 5_000
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
    asker = _position(problem, person, role)
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
    reduced = dict(zip(people.tolist(), costs.tolist(), strict=True))
    # Whoever has not been reached yet is at least as far as the search, and as dear as the
    # cheapest of those left: the search ends when that cannot beat what is found.
    waiting = sorted((cost, q) for q, cost in reduced.items() if q not in present)
    seen: set[int] = set()
    found: list[tuple[int, int]] = []
    at = 0
    for step, (distance, kind, q) in enumerate(search.settled(), start=1):
        if len(found) == limit and step % LOOK_BACK == 0:
            left = [entry for entry in waiting[at:] if entry[1] not in seen]
            early = _looked_back(search, left, distance, found[-1][0])
            seen.update(q for _, q in early)
            found = sorted([*found, *early])[:limit]
        while at < len(waiting) and waiting[at][1] in seen:
            at += 1
        least = distance + waiting[at][0] if at < len(waiting) else None
        if least is None or (len(found) == limit and least > found[-1][0]):
            break
        if kind == OTHER and q in reduced and q not in present and q not in seen:
            seen.add(q)
            found = sorted([*found, (distance + reduced[q], q)])[:limit]
    return found


def _looked_back(
    search: Search, left: list[tuple[int, int]], distance: int, most: int
) -> list[tuple[int, int]]:
    """The costs of those left that are known already, or known to be more than `most`."""
    left = [(cost, q) for cost, q in left if cost + distance <= most]
    if len(left) > FEW:
        return []
    known, told = search.known(distance), []
    for cost, q in left:
        least, exact = search.look_back(q, known, distance)
        if exact or cost + least > most:
            told.append((cost + least, q))
    return told


def force(problem: Problem, solution: Solution, mentor: str, mentee: str) -> Alternative | None:
    """What this very pair would cost, allowed or not; None if no chain frees the two.

    A pair that a rule forbids may even have a negative cost: the rule is what it costs.
    """
    graph = Residual.of(solution, "mentee")
    asker, wanted = problem.mentee_at[mentee], problem.mentor_at[mentor]
    if wanted in graph.own.partners[asker]:
        return _as_is(graph, asker, wanted)
    search = Search(graph, asker)
    steps = search.settled()
    distance = next((d for d, kind, q in steps if kind == OTHER and q == wanted), None)
    if distance is None:
        return None
    worth = int(solution.reward.of(np.array([graph.pair_score(asker, wanted)]))[0])
    reduced = int(graph.own.price[asker]) + int(graph.other.price[wanted]) - worth
    return _alternative(graph, search, asker, wanted, distance + reduced)


def _position(problem: Problem, person: str, role: str) -> int:
    return problem.mentee_at[person] if role == "mentee" else problem.mentor_at[person]


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
        for at in sorted({pair[side] for pair in (*lost, *gained)}):
            gone = {pair: score for pair, score in lost.items() if pair[side] == at}
            new = {pair: score for pair, score in gained.items() if pair[side] == at}
            moves.append(
                Move(
                    graph.id_of(at, own=side == 0),
                    roles[side],
                    tuple(graph.id_of(pair[1 - side], own=side == 1) for pair in gone),
                    tuple(graph.id_of(pair[1 - side], own=side == 1) for pair in new),
                    sum(gone.values()) / len(gone) / scale if gone else None,
                    sum(new.values()) / len(new) / scale if new else None,
                )
            )
    return moves
