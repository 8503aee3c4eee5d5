"""Machine code made ready before anybody waits: `python -m viceversa.engine.solvers.warm`.

Compiling takes some seconds once for each installation and version; what comes out is kept on
disk. Small problems never need it.
"""

import os

import numpy as np

from viceversa.engine.problem import Participant, Person, Problem
from viceversa.engine.scoring import highest, reward_of
from viceversa.engine.sweep import PeopleSweep, Query, Serial

from . import dijkstra


def warm() -> None:
    """Compile what large problems need, or load it from disk: the passes and the search."""
    from .compiled import advance

    people = [Person("a", level=2), Person("b", level=1)]
    problem = Problem.build(people, [Participant("a", "mentee"), Participant("b", "mentor")])
    sweep = PeopleSweep(problem.tables, Serial())
    sweep.row(0)
    nothing = np.zeros(1, dtype=np.int64)
    reward = reward_of(problem.policy, highest(problem.tables), 1)
    sweep.best(Query(nothing, nothing, reward, keep=1))
    graph = dijkstra.Graph(*(nothing for _ in dijkstra.Graph._fields))
    advance(graph, dijkstra.fresh((1, 1), [0, 0], 0), 0, 1)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(19)  # nobody waits for this
    warm()
