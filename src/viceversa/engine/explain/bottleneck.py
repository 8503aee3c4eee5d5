"""Who competes for what: the minimum cut around somebody left out, as two lists of people.

From the person left out, follow allowed pairs to the other side and chosen pairs back. Everyone
reached on the other side is full, or there would be room; so all the people reached on this side
share exactly the places reached on the other (Hall's condition fails there by one or more).
"""

from dataclasses import dataclass

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.solvers import Solution
from viceversa.engine.solvers.residual import Residual


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """`people` (in `role`, the one left out included) who among them share `places` at `others`.

    `complete` is False where somebody reached still has a place: then it is not room that is
    missing, the objective prefers to leave it empty.
    """

    role: str
    people: tuple[str, ...]
    others: tuple[str, ...]
    places: int
    complete: bool


def bottleneck(problem: Problem, solution: Solution, person: str, role: str) -> Bottleneck:
    """The people who compete with somebody left out, and the places they compete for."""
    graph = Residual.of(solution, role)
    start = problem.position(person, role)
    asking, reached, todo = {start}, set[int](), [start]
    while todo and len(reached) < len(graph.other.price):
        at = todo.pop()
        people, _ = graph.asking_costs(at)
        for q in people.tolist():
            if q not in reached and q not in graph.own.partners[at]:
                reached.add(q)
                fresh = [p for p in graph.other.partners[q] if p not in asking]
                asking.update(fresh)
                todo.extend(fresh)
    others = np.array(sorted(reached), dtype=np.int64)
    spare = graph.other.most[others] > graph.other.count[others]
    return Bottleneck(
        role,
        tuple(graph.id_of(p, own=True) for p in sorted(asking)),
        tuple(graph.id_of(q, own=False) for q in others.tolist()),
        int(graph.other.most[others].sum()),
        not bool(spare.any()),
    )
