"""From people to circles, with a bound on how much better any others could be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from viceversa.engine.problem import Fault, Participant, Person, ProblemError

from .bound import bound_of
from .exact import exact
from .rules import faults_of, sizes_of, worth_of
from .search import searched
from .table import UNIT, CircleTable, table_of

# Up to here the integer programme is tried after the search.
SMALL = 18


@dataclass(frozen=True, slots=True)
class CirclePolicy:
    """Sizes (`wanted`: what to aim for, None: the middle), and how far a reporting line reaches."""

    low: int = 3
    high: int = 8
    wanted: int | None = None
    line_depth: int = 3
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """One circle: person ids in order, what its members give each other on average (0 to 1).

    `faults`: rules it could not keep and by how much (see `rules.faults_of`), mostly empty.
    """

    members: tuple[str, ...]
    complementarity: float
    faults: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Circles:
    """All circles. `value` and `bound`: sums in thousandths of a wish met; `proven`: they meet.

    `without`: people for whom no circle of the allowed sizes could be made.
    """

    circles: tuple[Circle, ...]
    value: int
    bound: int
    proven: bool
    without: tuple[str, ...]

    @property
    def gap(self) -> float | None:
        """How much better than this any circles could be, as a part of the bound."""
        return (self.bound - self.value) / self.bound if self.bound else None


def form_circles(
    people: Sequence[Person],
    members: Sequence[Participant],
    policy: CirclePolicy | None = None,
    together: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
) -> Circles:
    """Partition the members into circles whose people complement each other most.

    A member with two enrolments counts once, with the wishes and offers of both; one whose
    `maximum` is above 1 sits in that many circles (a senior with several circles around them).
    `together`, `apart`: pairs of person ids. Small cohorts are solved exactly; above, by a
    seeded search whose distance from a bound is reported.
    """
    policy = policy or CirclePolicy()
    _check(people, members, policy, (*together, *apart))
    directory = {person.id: person for person in people}
    once, seats = _merged(members)
    table = _seated(table_of(directory, once, policy.line_depth, together, apart), seats)
    sizes = sizes_of(table.size, policy.low, policy.high, policy.wanted)
    if not sizes:
        return Circles((), 0, 0, True, tuple(p.person for p in once))
    groups = searched(table, sizes, policy.seed)
    bound, proven = bound_of(table, max(sizes)), False
    if table.size <= SMALL:
        found = exact(table, sizes, groups)
        if found is not None:
            groups, bound, proven = found
    return _answer(table, groups, bound, proven)


def _check(
    people: Sequence[Person],
    members: Sequence[Participant],
    policy: CirclePolicy,
    pairs: Sequence[tuple[str, str]],
) -> None:
    known, inside = {p.id for p in people}, {p.person for p in members}
    faults = [
        Fault("unknown-person", f"member {id_}", "is not among the people", "Add their row.")
        for id_ in sorted(inside - known)
    ]
    faults += [
        Fault("unknown-person", f"pair {a} with {b}", "is not among the members", "Remove it.")
        for a, b in pairs
        if not {a, b} <= inside
    ]
    if not 2 <= policy.low <= policy.high:
        what = f"between {policy.low} and {policy.high} people"
        faults.append(Fault("size", "circle size", what, "Use 2 ≤ low ≤ high."))
    if faults:
        raise ProblemError(tuple(faults))


def _merged(members: Sequence[Participant]) -> tuple[list[Participant], list[int]]:
    """Everybody once, in order of id, with the wishes of all their places; seats by position."""
    merged: dict[str, list[Participant]] = {}
    for p in members:
        if p.maximum and p.eligible and p.willing:
            merged.setdefault(p.person, []).append(p)
    once, seats = [], []
    for position, id_ in enumerate(sorted(merged)):
        own = merged[id_]
        once.append(
            Participant(
                id_,
                own[0].role,
                wants=tuple(wish for p in own for wish in p.wants),
                offers=tuple(wish for p in own for wish in p.offers),
                excludes=tuple(other for p in own for other in p.excludes),
            )
        )
        seats += [position] * max(p.maximum for p in own)
    return once, seats


def _seated(table: CircleTable, seats: list[int]) -> CircleTable:
    """The table by seat: seats of one person are apart; who must meet them meets the first."""
    at = np.array(seats, dtype=np.int64)
    same = (at[:, None] == at[None, :]) & ~np.eye(len(at), dtype=np.bool_)
    further = np.concatenate([[False], at[1:] == at[:-1]]) if len(at) else np.zeros(0, np.bool_)
    cross = np.ix_(at, at)
    return CircleTable(
        tuple(table.ids[k] for k in seats),
        np.where(same, 0, table.fit[cross]),
        table.apart[cross] | same,
        table.together[cross] & ~(further[:, None] | further[None, :]),
        table.unit[at],
        table.band[at],
        tuple(table.wants[k] for k in seats),
        tuple(table.gives[k] for k in seats),
    )


def _answer(table: CircleTable, groups: list[list[int]], bound: int, proven: bool) -> Circles:
    circles = []
    for group in groups:
        pairs = max(1, len(group) * (len(group) - 1))
        circles.append(
            Circle(
                tuple(sorted(table.ids[a] for a in group)),
                worth_of(table, group) / (UNIT * pairs),
                faults_of(table, group),
            )
        )
    value = sum(worth_of(table, group) for group in groups)
    ordered = tuple(sorted(circles, key=lambda circle: circle.members))
    return Circles(ordered, value, bound, proven or value == bound, ())
