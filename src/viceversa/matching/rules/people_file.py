"""From the rows of a people file to a roster, where there is no database and no catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from viceversa.matching.rules import topics
from viceversa.matching.rules.records import PersonRecord, PlaceRecord, Role, Roster, Wished
from viceversa.people.rules.keys import Keys
from viceversa.people.rules.rows import Row
from viceversa.people.rules.wishes import Matching, Wish

USUAL_WEIGHT = 2  # of a wish written without one, between 1 and 3
USUAL_LEVEL = 5  # of an offer written without one: where guiding others begins


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of the file that was read but cannot count: where, and what it says."""

    line: int
    column: str
    value: str
    code: str


def roster_of(rows: Iterable[Row], on: date, time_zone: str) -> tuple[Roster, tuple[Remark, ...]]:
    """The roster of a file, and the names in it that lead nowhere.

    People are known by their id, or by e-mail where there is none. Somebody who is on leave or has
    left keeps their place but is not eligible, so that the answer says so.
    """
    listed = list(rows)
    keys = Keys(listed)
    remarks: list[Remark] = []
    places = [
        _place(row, row.matching, role, keys, remarks)
        for row in listed
        if row.matching
        for role in row.matching.roles
    ]
    texts = (text for row in listed if row.matching for text in _written(row.matching))
    roster = Roster(
        people=tuple(_person(row) for row in listed),
        places=tuple(places),
        topics=topics.named(texts),
        on=on,
        time_zone=time_zone,
    )
    return roster, tuple(dict.fromkeys(remarks))


def _person(row: Row) -> PersonRecord:
    return PersonRecord(
        id=row.key,
        name=row.name,
        given=row.first_name,
        title=row.title,
        unit=row.unit,
        site=row.site,
        country=row.country,
        time_zone=row.time_zone,
        languages=row.languages,
        level=row.level,
        manager=row.manager_key or None,
        manager_known=row.manager_known,
    )


def _place(row: Row, said: Matching, role: Role, keys: Keys, remarks: list[Remark]) -> PlaceRecord:
    mentor = role == "mentor"
    prefers, excludes, previous = (
        _found(row, column, keys, remarks) for column in ("prefers", "excludes", "previous")
    )
    return PlaceRecord(
        person=row.key,
        role=role,
        wants=_wished(said.wants_back if mentor else said.wants, USUAL_WEIGHT),
        offers=_wished(said.offers if mentor else said.gives_back, USUAL_LEVEL),
        minimum=said.minimum,
        maximum=said.capacity,
        availability=said.availability,
        prefers=prefers,
        excludes=excludes,
        previous=previous,
        waiting=said.waiting,
        eligible=row.status == "active",
    )


def _found(row: Row, column: str, keys: Keys, remarks: list[Remark]) -> tuple[str, ...]:
    """The people a cell names; those the file does not hold become remarks."""
    people = []
    for text in getattr(row.matching, column):
        found = keys.find(text)
        if found is not None and found.key != row.key:
            people.append(found.key)
        else:
            code = "unknown-person" if found is None else "own-name"
            remarks.append(Remark(row.line, column, text, code))
    return tuple(dict.fromkeys(people))


def _wished(wishes: Iterable[Wish], usual: int) -> tuple[Wished, ...]:
    """Topic codes with their number; of one topic written in two ways the higher number counts."""
    best: dict[str, int] = {}
    for text, number in wishes:
        code = topics.code_of(text)
        best[code] = max(best.get(code, 0), usual if number is None else number)
    return tuple(best.items())


def _written(said: Matching) -> Iterable[str]:
    for wishes in (said.wants, said.offers, said.gives_back, said.wants_back):
        for text, _ in wishes:
            yield text
