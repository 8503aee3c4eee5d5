"""The question of circles in arrays: who complements whom, who must not meet, who wants what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import Participant, Person

type Wide = NDArray[np.int64]

UNIT = 1_000


@dataclass(frozen=True)
class CircleTable:
    """`fit` (p, p): what two people give each other, 0 to 2 × UNIT, symmetric, 0 on the diagonal.

    `apart`, `together` (p, p): must not, must share a circle. `unit`, `band` (p,): codes, -1 for
    unknown. `wants`, `gives`: topic codes by person, wants only where somebody else gives them.
    """

    ids: tuple[str, ...]
    fit: Wide
    apart: NDArray[np.bool_]
    together: NDArray[np.bool_]
    unit: Wide
    band: Wide
    wants: tuple[frozenset[int], ...]
    gives: tuple[frozenset[int], ...]

    @property
    def size(self) -> int:
        """How many people."""
        return len(self.ids)


def table_of(
    people: Mapping[str, Person],
    members: Sequence[Participant],
    line_depth: int,
    together: Sequence[tuple[str, str]],
    apart: Sequence[tuple[str, str]],
) -> CircleTable:
    """Lay out the members (one entry a person, in order of id)."""
    ids = tuple(p.person for p in members)
    at = {id_: k for k, id_ in enumerate(ids)}
    given = {wish.topic for p in members for wish in p.offers}
    codes = {topic: k for k, topic in enumerate(sorted(given))}
    gives = tuple(frozenset(codes[wish.topic] for wish in p.offers) for p in members)
    givers = [sum(code in own for own in gives) for code in range(len(codes))]
    wants = tuple(
        frozenset(
            code
            for wish in p.wants
            if (code := codes.get(wish.topic)) is not None and givers[code] > (code in gives[k])
        )
        for k, p in enumerate(members)
    )
    directory = [people[id_] for id_ in ids]
    return CircleTable(
        ids,
        _fit(members, codes),
        _apart(people, members, at, line_depth, apart),
        _marked(together, at),
        _codes([p.unit[:2] if p.unit else None for p in directory]),
        _codes([p.level for p in directory]),
        wants,
        gives,
    )


def _fit(members: Sequence[Participant], codes: Mapping[str, int]) -> Wide:
    """Share of each one's wishes (by weight) that the other gives, both ways added."""
    want = np.zeros((len(members), len(codes)))
    give = np.zeros((len(members), len(codes)))
    for k, p in enumerate(members):
        total = sum(wish.value for wish in p.wants)
        for wish in p.wants:
            if wish.topic in codes:
                want[k, codes[wish.topic]] = wish.value / total
        for wish in p.offers:
            give[k, codes[wish.topic]] = 1
    one_way = np.rint(UNIT * (want @ give.T)).astype(np.int64)
    np.fill_diagonal(one_way, 0)
    both: Wide = one_way + one_way.T
    return both


def _apart(
    people: Mapping[str, Person],
    members: Sequence[Participant],
    at: Mapping[str, int],
    depth: int,
    apart: Sequence[tuple[str, str]],
) -> NDArray[np.bool_]:
    """Exclusions, bans, no common language, and anyone on the other's reporting line."""
    result = _marked(apart, at)
    for k, p in enumerate(members):
        for other in p.excludes:
            if other in at:
                result[k, at[other]] = result[at[other], k] = True
        above, steps = people[p.person].manager, 1
        while above is not None and steps <= depth:
            if above in at:
                result[k, at[above]] = result[at[above], k] = True
            above, steps = people[above].manager, steps + 1
    spoken = [set(people[p.person].languages) for p in members]
    for k, own in enumerate(spoken):
        for b in range(k):
            if own and spoken[b] and not own & spoken[b]:
                result[k, b] = result[b, k] = True
    return result


def _marked(pairs: Sequence[tuple[str, str]], at: Mapping[str, int]) -> NDArray[np.bool_]:
    marked = np.zeros((len(at), len(at)), dtype=np.bool_)
    for first, second in pairs:
        marked[at[first], at[second]] = marked[at[second], at[first]] = True
    return marked


def _codes(values: Sequence[object]) -> Wide:
    known = {value: k for k, value in enumerate(sorted({str(v) for v in values if v is not None}))}
    return np.array([-1 if v is None else known[str(v)] for v in values], dtype=np.int64)
