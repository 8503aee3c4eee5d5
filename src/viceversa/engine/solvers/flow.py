"""The best pairs among given candidates, as a minimum-cost flow (OR-Tools)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.problem import EngineError

type Wide = NDArray[np.int64]


class SolverFailed(EngineError):
    """The flow solver gave up: the numbers are beyond 64 bits, or there is a defect."""


type Doors = tuple[Wide, Wide, Wide]


def flow_of(
    limits: Limits,
    mentee: Wide,
    mentor: Wide,
    worth: Wide,
    minimum: int,
    doors: Doors | None = None,
) -> NDArray[np.bool_]:
    """Which candidate pairs (k,) make up the best answer; `minimum` is paid per minimum met.

    `doors`: the door each pair goes through (k,), each door's mentor and how many may pass.
    """
    from ortools.graph.python import min_cost_flow

    flow = min_cost_flow.SimpleMinCostFlow()
    m, n = len(limits.mentee_max), len(limits.mentor_max)
    source, sink = m + n, m + n + 1
    _add_places(flow, np.arange(m), source, True, limits.mentee_min, limits.mentee_max, minimum)
    mentors = np.arange(m, m + n)
    _add_places(flow, mentors, sink, False, limits.mentor_min, limits.mentor_max, minimum)
    head = mentor + m
    if doors is not None:
        door, owner, room = doors
        head = door + sink + 1
        nodes = np.arange(len(owner)) + sink + 1
        flow.add_arcs_with_capacity_and_unit_cost(nodes, owner + m, room, np.zeros_like(room))
    pairs = flow.add_arcs_with_capacity_and_unit_cost(mentee, head, np.ones_like(mentee), -worth)
    supply = limits.most_pairs
    flow.add_arc_with_capacity_and_unit_cost(source, sink, supply, 0)
    flow.set_node_supply(source, supply)
    flow.set_node_supply(sink, -supply)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise SolverFailed(f"The flow solver stopped with status {status}.")
    return np.asarray(flow.flows(pairs) > 0) if len(mentee) else np.zeros(0, dtype=np.bool_)


def _add_places(
    flow: Any, nodes: Wide, hub: int, outward: bool, fewest: Wide, most: Wide, minimum: int
) -> None:
    """Arcs between a side and its hub: the places of the minimum are paid for, the others not."""
    hubs = np.full_like(nodes, hub)
    tail, head = (hubs, nodes) if outward else (nodes, hubs)
    for places, cost in ((fewest, -minimum), (most - fewest, 0)):
        some = places > 0
        flow.add_arcs_with_capacity_and_unit_cost(
            tail[some], head[some], places[some], np.full(int(some.sum()), cost)
        )
