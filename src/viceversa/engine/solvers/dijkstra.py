"""Dijkstra's method on the residual graph, one node after the other.

Plain functions over columns of whole numbers: small problems run them as they stand, on
memoryviews, large ones as machine code (`compiled`). With m own and n other people the nodes are

    p               an own person               m + n + 1       the next step from outside in
    m + q           another person              m + n + 2 + q   the next new pair of q
    m + n           outside, the empty places   m + 2n + 2 + q  the whole row of q

The last three kinds stand for steps not taken yet: one at a time, because most are never needed.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Column = NDArray[np.int64] | memoryview

FAR = int(np.iinfo(np.int64).max // 4)
START = -1
NOBODY = -1


class Graph(NamedTuple):
    """The steps there are, each with its cost.

    `add_own` (m,), `remove_other` (n,): from a person to the outside. `drop_*`: own people's
    partners, lists that start at `drop_start` (m + 1,). `held_*`: the same by other person.
    `out_*`: nodes reached from outside, cheapest first. `near_*`: other people's new pairs,
    cheapest first; whoever is not on the list costs at least `near_reach` (n,).
    """

    add_own: Column
    remove_other: Column
    drop_start: Column
    drop_who: Column
    drop_cost: Column
    held_start: Column
    held_who: Column
    out_who: Column
    out_cost: Column
    near_who: Column
    near_cost: Column
    near_reach: Column


class State(NamedTuple):
    """How far a search has come.

    `key`: each node's distance. `origin`: where it was reached from. `heap`: nodes by key and
    number; `place`: each one's place there; `size` (1,). `at`, `end` (n + 1,): the next step of
    each other person's list, and of the one from outside; `end` has the lists' ends.
    """

    key: Column
    origin: Column
    heap: Column
    place: Column
    size: Column
    at: Column
    end: Column


def fresh(people: tuple[int, int], near_start: Sequence[int] | Column, steps_in: int) -> State:
    """A search that has not begun, among so many own and other people."""
    m, n = people
    nodes = m + 3 * n + 2
    starts = np.array(near_start, dtype=np.int64)
    return State(
        key=np.full(nodes, FAR, dtype=np.int64),
        origin=np.full(nodes, START, dtype=np.int64),
        heap=np.zeros(nodes, dtype=np.int64),
        place=np.full(nodes, NOBODY, dtype=np.int64),
        size=np.zeros(1, dtype=np.int64),
        at=np.append(starts[:-1], 0),
        end=np.append(starts[1:], steps_in),
    )


def advance(g: Graph, s: State, most: int, steps: int) -> int:
    """Take steps up to a distance, at most so many; the person whose whole row is asked for.

    `NOBODY` if it went as far as it was to. After a row, go on.
    """
    m, n = len(g.add_own), len(g.remove_other)
    while s.size[0] > 0 and steps > 0 and s.key[s.heap[0]] <= most:
        node = take(s)
        steps -= 1
        if node < m:
            leave_own(g, s, node)
        elif node < m + n:
            leave_other(g, s, node - m)
        elif node == m + n:
            step_in(g, s)
        elif node == m + n + 1:
            reach(s, g.out_who[s.at[n]], s.key[node], m + n)
            s.at[n] += 1
            step_in(g, s)
        elif node < m + 2 * n + 2:
            pair_next(g, s, node - m - n - 2)
        else:
            return int(node - m - 2 * n - 2)
    return NOBODY


def leave_own(g: Graph, s: State, p: int) -> None:
    """The person drops a partner, who is then free; or takes an empty place."""
    m, n = len(g.add_own), len(g.remove_other)
    for k in range(g.drop_start[p], g.drop_start[p + 1]):
        reach(s, m + g.drop_who[k], s.key[p] + g.drop_cost[k], p)
    reach(s, m + n, s.key[p] + g.add_own[p], p)


def leave_other(g: Graph, s: State, q: int) -> None:
    """The freed person is paired anew, with somebody near to begin with, or stays without."""
    m, n = len(g.add_own), len(g.remove_other)
    distance = s.key[m + q]
    put(s, m + 2 * n + 2 + q, distance + g.near_reach[q])
    reach(s, m + n, distance + g.remove_other[q], m + q)
    queue_next(g, s, q)


def step_in(g: Graph, s: State) -> None:
    """Queue the next step from outside."""
    m, n = len(g.add_own), len(g.remove_other)
    if s.at[n] < s.end[n]:
        put(s, m + n + 1, s.key[m + n] + g.out_cost[s.at[n]])


def queue_next(g: Graph, s: State, q: int) -> None:
    """Queue the cheapest new pair of a freed person that brings somebody nearer."""
    m, n = len(g.add_own), len(g.remove_other)
    distance, at = s.key[m + q], s.at[q]
    while at < s.end[q]:
        p, cost = g.near_who[at], distance + g.near_cost[at]
        if cost < s.key[p] and not together(g, q, p):
            put(s, m + n + 2 + q, cost)
            break
        at += 1
    s.at[q] = at


def pair_next(g: Graph, s: State, q: int) -> None:
    """Make the pair that was queued, unless the list has changed since."""
    m, n = len(g.add_own), len(g.remove_other)
    at, distance = s.at[q], s.key[m + n + 2 + q]
    if at < s.end[q] and s.key[m + q] + g.near_cost[at] == distance:
        reach(s, g.near_who[at], distance, m + q)
        s.at[q] += 1
    queue_next(g, s, q)


def together(g: Graph, q: int, p: int) -> bool:
    """Whether two are paired already."""
    for k in range(g.held_start[q], g.held_start[q + 1]):  # noqa: SIM110  # Numba compiles no any()
        if g.held_who[k] == p:
            return True
    return False


def reach(s: State, node: int, distance: int, origin: int) -> None:
    """Come to a node, if this way is the shortest so far."""
    if distance < s.key[node]:
        s.origin[node] = origin
        put(s, node, distance)


def put(s: State, node: int, key: int) -> None:
    """Put a node on the heap, or move it forward there."""
    at = s.place[node]
    if at < 0:
        at = s.size[0]
        s.size[0] += 1
    elif key >= s.key[node]:
        return
    s.key[node] = key
    while at > 0:
        above = s.heap[(at - 1) // 2]
        if not sooner(s, node, above):
            break
        s.heap[at] = above
        s.place[above] = at
        at = (at - 1) // 2
    s.heap[at] = node
    s.place[node] = at


def take(s: State) -> int:
    """Take the nearest node from the heap."""
    first = s.heap[0]
    s.place[first] = NOBODY
    s.size[0] -= 1
    size, at = s.size[0], 0
    node = s.heap[size]
    while 2 * at + 1 < size:
        child = 2 * at + 1
        if child + 1 < size and sooner(s, s.heap[child + 1], s.heap[child]):
            child += 1
        below = s.heap[child]
        if not sooner(s, below, node):
            break
        s.heap[at] = below
        s.place[below] = at
        at = child
    if size > 0:
        s.heap[at] = node
        s.place[node] = at
    return int(first)


def sooner(s: State, first: int, second: int) -> bool:
    """Whether a node comes before another: nearer, or as near and of a lower number."""
    one, two = s.key[first], s.key[second]
    return bool(one < two or (one == two and first < second))
