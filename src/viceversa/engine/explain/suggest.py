"""Up to five people one might ask, with everybody else in mind.

Ranked by the pair's worth less the other person's price: whoever is the best match of many is
dear, so the popular are not overrun and each is shown people they have a real chance with.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.scoring import highest
from viceversa.engine.solvers import Contribution, Exchange, Solution
from viceversa.engine.solvers.pairs import pairs_of
from viceversa.engine.solvers.residual import Residual


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody to ask: fit, why, what both get, and whether the answer pairs them already.

    `demand`: how much the others would miss this person, in the score's unit (the price).
    """

    person: str
    score: float
    demand: float
    chosen: bool
    contributions: Mapping[str, Contribution]
    exchange: Exchange


def suggestions(
    problem: Problem, solution: Solution, person: str, role: str = "mentee", limit: int = 5
) -> tuple[Suggestion, ...]:
    """The allowed partners that suit a person best once everybody's prices are counted."""
    graph = Residual.of(solution, role)
    asker = problem.position(person, role)
    people, costs = graph.asking_costs(asker)
    best = people[np.lexsort((people, costs))][:limit]
    fixed = np.full(len(best), asker)
    mentees, mentors = (fixed, best) if role == "mentee" else (best, fixed)
    pairs = pairs_of(problem, mentees, mentors, [False] * len(best))
    scale = highest(problem.tables)
    place = solution.reward.place
    # A price counts a filled place too where the objective pays for places; that part says
    # nothing about this person rather than another.
    return tuple(
        Suggestion(
            pair.mentor if role == "mentee" else pair.mentee,
            pair.score,
            (int(graph.other.price[q]) % place if place else int(graph.other.price[q])) / scale,
            q in graph.own.partners[asker],
            pair.contributions,
            pair.exchange,
        )
        for q, pair in zip(best.tolist(), pairs, strict=True)
    )
