"""What the enrolment columns of a people file would change in a cohort, worked out without writing.

A row that names a role becomes one enrolment per role. An empty cell, or a column the file does not
have, says nothing: what an enrolment already holds stays. So the same file twice changes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from viceversa.people.rules.folding import fold
from viceversa.programmes.rules import details as rules
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.eligibility import Candidate, Eligibility, obstacles
from viceversa.programmes.rules.enrolment_row import Row, Said, merged
from viceversa.programmes.rules.topics import TopicIndex

__all__ = ["Entry", "Known", "Lookups", "Plan", "Problem", "Row", "Target", "Unknown", "plan"]

IGNORE = ""  # the answer that leaves an unknown word out


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the directory, as far as enrolment looks."""

    id: int
    name: str
    candidate: Candidate
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The cohort as the plan sees it: its limits on a day and who is in it already.

    `enrolled` maps (person id, role) to (state, details).
    """

    eligibility: Eligibility
    on: date
    enrolled: Mapping[tuple[int, str], tuple[str, Details]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An enrolment the file adds or changes; `before` is None for a new one."""

    line: int
    person: int
    name: str
    role: str
    details: Details
    before: Details | None = None

    @property
    def changed(self) -> tuple[str, ...]:
        """The fields that change."""
        return rules.changed(self.before or Details(), self.details)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that cannot be taken as it is; `data` fills the sentence of `code`."""

    line: int
    name: str
    code: str
    column: str = ""
    value: str = ""
    data: tuple[str, ...] = ()


@dataclass(slots=True)
class Unknown:
    """A topic or a person the file names and nobody knows; `lines` are where."""

    kind: str  # "topic" or "person"
    text: str
    gives_back: bool = False
    lines: list[int] = field(default_factory=list)
    suggestions: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """The outcome: what would be added and changed, and what stands in the way."""

    added: list[Entry] = field(default_factory=list)
    changed: list[Entry] = field(default_factory=list)
    unchanged: int = 0
    without_role: int = 0
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    unknown: dict[tuple[str, str], Unknown] = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether it may be written: every doubt has an answer."""
        return not self.problems and not self.unknown

    def fingerprint(self) -> str:
        """Return a hash of everything that would be written."""
        content = [asdict(entry) for entry in (*self.added, *self.changed)]
        text = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Lookups:
    """Where words of the file are looked up, and what was answered about the unknown ones.

    `people` is keyed by id as written and by lower-case e-mail; `answers` map the folded text of a
    topic to a code or `IGNORE`, `names` holds folded names of people to ignore.
    """

    people: Mapping[str, Known]
    topics: TopicIndex
    answers: Mapping[str, str] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


def plan(
    rows: Iterable[Row], lookups: Lookups, target: Target, left_out: frozenset[int] = frozenset()
) -> Plan:
    """Work out what rows would change; `left_out` are the lines somebody chose to skip."""
    result = Plan()
    seen: set[tuple[int, str]] = set()
    for row in rows:
        if row.line in left_out:
            result.left_out += 1
        elif not row.roles:
            result.without_role += 1
        elif (person := lookups.people.get(row.key)) is None:
            result.problems.append(Problem(row.line, row.name, "not-in-directory", value=row.key))
        else:
            for role in row.roles:
                if (person.id, role) in seen:
                    result.problems.append(Problem(row.line, person.name, "twice", value=role))
                    continue
                seen.add((person.id, role))
                _enrolment(result, row, role, person, lookups, target)
    return result


def _enrolment(
    result: Plan, row: Row, role: str, person: Known, lookups: Lookups, target: Target
) -> None:
    """Add to the plan what one row means for one role."""
    state, before = target.enrolled.get((person.id, role), ("", None))
    if state == "withdrawn":
        result.problems.append(Problem(row.line, person.name, "withdrawn", value=role))
        return
    if before is None:
        found = obstacles(person.candidate, target.eligibility.of(role), target.on)
        if found:
            result.problems.append(Problem(row.line, person.name, "not-eligible", "", role, found))
            return
    said = _resolved(result, row, role, lookups)
    details = rules.tidy(merged(before or Details(), said, person.languages))
    faults = rules.faults(details, role, person.id)
    if faults:
        fault = faults[0]
        value = fault.value[1] if isinstance(fault.value, tuple) else fault.value
        result.problems.append(
            Problem(row.line, person.name, fault.code, fault.field, str(value), (role,))
        )
        return
    entry = Entry(row.line, person.id, person.name, role, details, before)
    if before is None:
        result.added.append(entry)
    elif entry.changed:
        result.changed.append(entry)
    else:
        result.unchanged += 1


def _resolved(result: Plan, row: Row, role: str, lookups: Lookups) -> Said:
    """Return what the row says with topics as codes and people as ids, noting unknown words."""
    mentor = rules.first_is_offer(role)
    first, back = (row.offers, row.wants_back) if mentor else (row.wants, row.gives_back)
    offer, wish = rules.USUAL_LEVEL, rules.USUAL_WEIGHT
    return Said(
        first=_topics(result, row, first, offer if mentor else wish, lookups, back=False),
        back=_topics(result, row, back, wish if mentor else offer, lookups, back=True),
        windows=row.availability,
        languages=row.languages,
        maximum=row.capacity,
        minimum=row.minimum,
        waiting=row.waiting,
        prefers=_people(result, row, row.prefers, lookups),
        excludes=_people(result, row, row.excludes, lookups),
        previous=_people(result, row, row.previous, lookups),
    )


def _topics(
    result: Plan,
    row: Row,
    words: tuple[tuple[str, int | None], ...],
    usual: int,
    lookups: Lookups,
    *,
    back: bool,
) -> tuple[tuple[str, int], ...]:
    found = []
    for text, number in words:
        code = lookups.topics.find(text)
        if code is None:
            code = lookups.answers.get(fold(text))
        if code is None:
            key = ("topic", fold(text))
            unknown = result.unknown.setdefault(key, Unknown("topic", text, gives_back=back))
            unknown.lines.append(row.line)
            if not unknown.suggestions:
                unknown.suggestions = lookups.topics.nearest(text)
        elif code != IGNORE:
            found.append((code, usual if number is None else number))
    return tuple(found)


def _people(result: Plan, row: Row, words: tuple[str, ...], lookups: Lookups) -> tuple[int, ...]:
    found = []
    for text in words:
        person = lookups.people.get(text.strip()) or lookups.people.get(text.strip().lower())
        if person:
            found.append(person.id)
        elif fold(text) not in lookups.names:
            key = ("person", fold(text))
            result.unknown.setdefault(key, Unknown("person", text)).lines.append(row.line)
    return tuple(found)
