"""The best pairs among given candidates, as a minimum-cost flow (OR-Tools)."""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.problem import EngineError

type Wide = NDArray[np.int64]


class SolverFailed(EngineError):
    """The flow solver gave up: the numbers are beyond 64 bits, or there is a defect."""


def best_pairs(
    limits: Limits, mentee: Wide, mentor: Wide, worth: Wide, minimum: int
) -> NDArray[np.bool_]:
    """Which candidate pairs (k,) make up the best answer; `minimum` is paid per minimum met."""
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    m, n = len(limits.mentee_max), len(limits.mentor_max)
    source, sink = m + n, m + n + 1
    for first, most, fewest, incoming in (
        (0, limits.mentee_max, limits.mentee_min, True),
        (m, limits.mentor_max, limits.mentor_min, False),
    ):
        nodes = np.arange(first, first + len(most))
        hub = np.full_like(nodes, source if incoming else sink)
        tail, head = (hub, nodes) if incoming else (nodes, hub)
        for places, cost in ((fewest, -minimum), (most - fewest, 0)):
            some = places > 0
            flow.add_arcs_with_capacity_and_unit_cost(
                tail[some], head[some], places[some], np.full(int(some.sum()), cost)
            )
    pairs = flow.add_arcs_with_capacity_and_unit_cost(
        mentee, mentor + m, np.ones_like(mentee), -worth
    )
    supply = limits.most_pairs
    flow.add_arc_with_capacity_and_unit_cost(source, sink, supply, 0)
    flow.set_node_supply(source, supply)
    flow.set_node_supply(sink, -supply)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise SolverFailed(f"The flow solver stopped with status {status}.")
    return np.asarray(flow.flows(pairs) > 0) if len(mentee) else np.zeros(0, dtype=np.bool_)
