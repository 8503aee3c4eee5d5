"""Plan: what a people file would do to the directory, person by person and field by field."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from viceversa.people.rules.effects import effects_of
from viceversa.people.rules.known import Known, People
from viceversa.people.rules.pairing import Pairing
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.reading import Reading
from viceversa.people.rules.reporting import Reporting
from viceversa.people.rules.rows import Row

# Row attribute -> column that must be in the file for it to be compared.
COMPARED = {
    "email": "email",
    "title": "title",
    "unit": "unit",
    "site": "site",
    "country": "country",
    "time_zone": "time_zone",
    "languages": "languages",
    "hired_on": "hired_on",
    "status": "status",
}


@dataclass(slots=True)
class Change:
    """What would become of one person: the new value of each field that differs.

    `before` has the same keys. For `manager` the value is a private key, or `Row.key` of someone
    whom the same file adds, or None. `person` is None for somebody new.
    """

    kind: Literal["added", "changed", "leaving"]
    line: int
    name: str
    person: Known | None
    key: str
    values: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    effects: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """The outcome: changes in the order of the file, people unchanged, people not in the file."""

    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    missing: list[Known] = field(default_factory=list)

    def digest(self) -> str:
        """Return a SHA-256 over the changes: equal digests turn the same into the same."""
        whole = hashlib.sha256()
        for change in self.changes:
            who = change.person.pk if change.person else change.key
            whole.update(repr((change.kind, who, change.before, change.values)).encode())
        return whole.hexdigest()

    def count(self, kind: str) -> int:
        """Return how many changes are of this kind."""
        return sum(change.kind == kind for change in self.changes)


def make_plan(
    reading: Reading,
    people: People,
    *,
    levels_from_tree: bool = False,
    deactivate_missing: bool = False,
) -> Plan:
    """Compare a file with the directory.

    Columns that the file does not have are left alone. With `levels_from_tree` the levels of
    everybody follow from the reporting line as it would be; with `deactivate_missing` people who
    are not in the file, not even in a row with a problem, would leave.
    """
    pairing = Pairing(reading, people)
    plan = Plan(problems=pairing.problems)
    reporting = Reporting(pairing, "manager" in reading.columns)
    plan.warnings = reading.with_cells(reporting.warnings)
    levels = reporting.levels() if levels_from_tree else None
    for row, person in pairing.pairs:
        values = dict(_values(row, person, reading.columns))
        values |= reporting.values(row, person)
        if levels is not None:
            values |= {"level": levels.get(person.pk if person else row.key), "grade": ""}
        _add(plan, _change(row, person, values))
    plan.missing = [
        person
        for person in people.by_pk.values()
        if person.pk not in pairing.mentioned and person.status != "left"
    ]
    for person in plan.missing:
        new_level = levels.get(person.pk) if levels is not None else person.level
        if deactivate_missing:
            values = {"status": "left"}
            _add(plan, _compare(0, "leaving", person.name, person, str(person.pk), values))
        elif new_level != person.level:
            values = {"level": new_level}
            _add(plan, _compare(0, "changed", person.name, person, str(person.pk), values))
    return plan


def _values(row: Row, person: Known | None, columns: frozenset[str]) -> Iterator[tuple[str, Any]]:
    if row.id:
        yield "id", row.id
    yield "first_name", row.first_name
    if row.last_name or "last_name" in columns or "name" in columns:
        yield "last_name", row.last_name
    for name, column in COMPARED.items():
        if column in columns and not (name == "email" and not row.email and not row.id):
            value = getattr(row, name)
            yield name, " > ".join(value) if name == "unit" else value
    if "level" in columns or row.grade:
        yield "level", row.level
        yield "grade", row.grade


def _change(row: Row, person: Known | None, values: dict[str, Any]) -> Change | None:
    if person is None:
        return Change("added", row.line, row.name, None, row.key, values)
    kind: Literal["changed", "leaving"] = "changed"
    if values.get("status") == "left" and person.status != "left":
        kind = "leaving"
    return _compare(row.line, kind, row.name, person, row.key, values)


def _compare(
    line: int,
    kind: Literal["changed", "leaving"],
    name: str,
    person: Known,
    key: str,
    values: Mapping[str, Any],
) -> Change | None:
    before = {field: getattr(person, field) for field in values}
    differing = {field for field, value in values.items() if value != before[field]}
    if not differing:
        return None
    return Change(
        kind,
        line,
        name,
        person,
        key,
        {field: values[field] for field in values if field in differing},
        {field: before[field] for field in values if field in differing},
        effects_of(
            differing,
            leaving=kind == "leaving",
            line_unknown=bool(values.get("manager_missing")),
        ),
    )


def _add(plan: Plan, change: Change | None) -> None:
    if change is None:
        plan.unchanged += 1
    else:
        plan.changes.append(change)
