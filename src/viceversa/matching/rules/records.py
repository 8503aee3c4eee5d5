"""What matching needs to know about people, whether it comes from a file or from the database.

A `Roster` is the whole input of a round as plain data: the directory, the places people take, the
names of topics, the day the weeks are read on. `problem` turns it into the engine's question,
`sentences` into words; `write` and `read` turn it into JSON and back, so that a solved round can
keep exactly what it was solved from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, Literal

type Role = Literal["mentor", "mentee"]
type Language = Literal["en", "it"]
# Weekday (Monday 0), first minute, minute after the last one; in the person's own zone.
type LocalWindow = tuple[int, int, int]
# A topic's code with a weight 1 to 3 (what one wants) or a level 1 to 8 (what one offers).
type Wished = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """Someone of the directory, in the round or not: everybody counts for the reporting tree.

    `given` is how a sentence calls the person (“Sofia”), `manager` the id of the line manager.
    `manager_known=False` says that the directory names no line manager for somebody who is not at
    the top. `unit` is the path from the top; `time_zone` is empty where the organisation's holds.
    """

    id: str
    name: str
    given: str = ""
    title: str = ""
    unit: tuple[str, ...] = ()
    site: str = ""
    country: str = ""
    time_zone: str = ""
    languages: tuple[str, ...] = ()
    level: int | None = None
    manager: str | None = None
    manager_known: bool = True

    @property
    def short(self) -> str:
        """The name for running text."""
        return self.given or self.name or self.id


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One enrolment: a person in one role.

    `wants`: what a mentee would learn, or what a mentor hopes for in return (weights).
    `offers`: what a mentor shares, or what a mentee gives back (levels). Both in the order in
    which they were written. `languages` is empty where those of the directory hold.
    """

    person: str
    role: Role
    wants: tuple[Wished, ...] = ()
    offers: tuple[Wished, ...] = ()
    minimum: int = 0
    maximum: int = 1
    availability: tuple[LocalWindow, ...] = ()
    languages: tuple[str, ...] = ()
    prefers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    waiting: int = 0
    style: float | None = None
    eligible: bool = True
    willing: bool = True


@dataclass(frozen=True, slots=True)
class TopicRecord:
    """How a topic is called, with the DigComp competence it belongs to, if any."""

    name_en: str
    name_it: str
    digcomp: str = ""

    def name(self, language: Language) -> str:
        """The topic's name in that language, or in the other where it has only one."""
        first, second = (self.name_en, self.name_it)
        if language == "it":
            first, second = second, first
        return first or second


@dataclass(frozen=True)
class Roster:
    """Everything a round is solved from, except the policy and the coordinator's decisions.

    `on` is the day whose offsets turn local windows into UTC (see `week`); `time_zone` is the
    organisation's IANA zone, for whoever has none.
    """

    people: tuple[PersonRecord, ...]
    places: tuple[PlaceRecord, ...]
    topics: Mapping[str, TopicRecord]
    on: date
    time_zone: str = "Europe/Rome"

    @cached_property
    def person(self) -> Mapping[str, PersonRecord]:
        """The people by id."""
        return {person.id: person for person in self.people}

    @cached_property
    def place(self) -> Mapping[tuple[str, Role], PlaceRecord]:
        """The places by person id and role."""
        return {(place.person, place.role): place for place in self.places}

    def zone(self, person: str) -> str:
        """The IANA zone a person lives in."""
        known = self.person.get(person)
        return (known.time_zone if known else "") or self.time_zone


def write(roster: Roster) -> dict[str, Any]:
    """The roster as JSON-ready data; defaults are left out to keep it short."""
    return {
        "people": [_slim(person) for person in roster.people],
        "places": [_slim(place) for place in roster.places],
        "topics": {code: asdict(topic) for code, topic in roster.topics.items()},
        "on": roster.on.isoformat(),
        "time_zone": roster.time_zone,
    }


def read(data: Mapping[str, Any]) -> Roster:
    """The roster that `write` wrote, also after a journey through JSON."""
    return Roster(
        people=tuple(PersonRecord(**_tuples(row)) for row in data["people"]),
        places=tuple(PlaceRecord(**_tuples(row)) for row in data["places"]),
        topics={code: TopicRecord(**topic) for code, topic in data["topics"].items()},
        on=date.fromisoformat(data["on"]),
        time_zone=data["time_zone"],
    )


def _slim(record: PersonRecord | PlaceRecord) -> dict[str, Any]:
    return {
        f.name: value for f in fields(record) if (value := getattr(record, f.name)) != f.default
    }


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _tuple(value) for key, value in row.items()}


def _tuple(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(_tuple(item) for item in value)
    return value
