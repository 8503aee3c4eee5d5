"""From the tables to the plain roster a round is solved from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F

from viceversa.matching.queries.offers.places import asked_together, taken_places
from viceversa.matching.rules.records import PersonRecord, PlaceRecord, Roster, TopicRecord
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.choices import EnrolmentState, PreferenceKind, WishKind
from viceversa.programmes.models import Cohort, Enrolment, Preference, Topic, Wish
from viceversa.programmes.queries.candidates import candidate_of
from viceversa.programmes.rules import eligibility
from viceversa.relationships.queries import open_places, partners

type Wishes = defaultdict[tuple[int, str], list[tuple[str, int]]]
type Named = defaultdict[tuple[int, str], list[str]]

CHUNK = 20_000  # keys in one query; SQLite allows 32,766 where it was built with the least
WANTED = {"mentee": WishKind.WANTS, "mentor": WishKind.WANTS_BACK}
OFFERED = {"mentee": WishKind.GIVES_BACK, "mentor": WishKind.OFFERS}
PERSON_FIELDS = (
    "id", "external_id", "email", "first_name", "last_name", "title", "unit__path", "site",
    "country", "time_zone", "languages", "level", "manager_id", "manager_missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded:
    """A roster, and the enrolment behind each of its places: `{(person id, role): key}`.

    `together` are pairs (mentor, mentee person ids) who share a relationship that is not closed, or
    whom a round has asked already: the same two are never paired twice, whatever the rule on
    earlier partners says.
    """

    roster: Roster
    enrolments: dict[tuple[str, str], int]
    together: tuple[tuple[str, str], ...]


def load(cohort: Cohort, on: date) -> Loaded:
    """Read the admitted people of a cohort who still have room, and everybody above them.

    A number of queries that depends on the height of the organisation, not on its size.
    """
    rows = list(
        cohort.enrolments.filter(state=EnrolmentState.ADMITTED, pause=None)
        .exclude(person__status=PersonStatus.LEFT)
        .select_related("person", "person__unit")
        .order_by("pk")
    )
    return of_enrolments(cohort, rows, on)


def of_enrolments(
    cohort: Cohort, rows: list[Enrolment], on: date, *, offers: bool = True
) -> Loaded:
    """Read the roster of some enrolments of a cohort, and everybody above their people.

    With `offers`, the places that open offers keep count as taken, and who was asked together as
    together; without, only relationships do.
    """
    people = _with_everyone_above({row.person_id for row in rows})
    key = {pk: person.id for pk, person in people.items()}
    wishes = _wishes([row.pk for row in rows])
    named = _preferences([row.pk for row in rows])
    taken = taken_places(cohort) if offers else open_places(cohort)
    limits = eligibility.read(cohort.eligibility)
    past, together = _history(cohort, key, offers=offers)
    places, enrolments = [], {}
    for row in rows:
        if row.maximum and taken[row.pk] >= row.maximum:
            continue  # has everybody asked for: not left out, simply not in this round
        enrolments[key[row.person_id], row.role] = row.pk
        place = _place(row, key[row.person_id], wishes, named, limits, on)
        places.append(
            replace(
                place,
                minimum=max(row.minimum - taken[row.pk], 0),
                maximum=row.maximum - taken[row.pk],
                previous=tuple(sorted({*place.previous, *past[row.person_id]})),
            )
        )
    roster = Roster(
        people=tuple(sorted(people.values(), key=lambda person: person.id)),
        places=tuple(places),
        topics=_topics(wishes.values()),
        on=on,
        time_zone=settings.ORGANISATION_TIME_ZONE,
    )
    return Loaded(roster, enrolments, tuple(_with_places(together, enrolments)))


def _with_places(
    together: Iterable[tuple[str, str]], enrolments: Mapping[tuple[str, str], int]
) -> Iterator[tuple[str, str]]:
    """Keep the pairs both of whom have a place here, so that a ban on them means something.

    Who stands above somebody is in the roster, too, and may be with a mentor who has a place.
    """
    for mentor, mentee in together:
        if (mentor, "mentor") in enrolments and (mentee, "mentee") in enrolments:
            yield mentor, mentee


def _history(
    cohort: Cohort, key: dict[int, str], *, offers: bool
) -> tuple[defaultdict[int, set[str]], list[tuple[str, str]]]:
    """Return whom each mentor was ever with, and the pairs who are together or were asked."""
    past: defaultdict[int, set[str]] = defaultdict(set)
    together = []
    for pair in partners(cohort):
        if pair.mentor in key and pair.mentee in key:
            past[pair.mentor].add(key[pair.mentee])
            if pair.current:
                together.append((key[pair.mentor], key[pair.mentee]))
    for mentor, mentee in asked_together(cohort) if offers else ():
        if mentor in key and mentee in key:
            together.append((key[mentor], key[mentee]))
    return past, together


def _place(
    row: Enrolment,
    person: str,
    wishes: Wishes,
    named: Named,
    limits: eligibility.Eligibility,
    on: date,
) -> PlaceRecord:
    """One enrolment as it was written, before what is already taken is counted."""
    return PlaceRecord(
        person=person,
        role="mentor" if row.role == "mentor" else "mentee",
        wants=tuple(wishes[row.pk, WANTED[row.role]]),
        offers=tuple(wishes[row.pk, OFFERED[row.role]]),
        availability=tuple((w[0], w[1], w[2]) for w in row.availability),
        languages=tuple(row.languages),
        prefers=tuple(named[row.pk, PreferenceKind.PREFERS]),
        excludes=tuple(named[row.pk, PreferenceKind.EXCLUDES]),
        previous=tuple(named[row.pk, PreferenceKind.PREVIOUS]),
        waiting=row.waiting,
        style=row.style,
        eligible=not eligibility.obstacles(candidate_of(row.person), limits.of(row.role), on),
    )


def person_key(external_id: str, email: str) -> str:
    """How the engine and every export call a person: employee number, or e-mail without case."""
    return external_id or email.lower()


def _with_everyone_above(wanted: set[int]) -> dict[int, PersonRecord]:
    """Return the records of these people and of all their managers, by private key."""
    rows: dict[int, dict[str, Any]] = {}
    while wanted:
        for some in _chunks(sorted(wanted)):
            for row in Person.objects.filter(pk__in=some).values(*PERSON_FIELDS):
                rows[row["id"]] = row
        above = {row["manager_id"] for row in rows.values() if row["manager_id"] is not None}
        wanted = above - rows.keys()
    keys = {pk: person_key(row["external_id"], row["email"]) for pk, row in rows.items()}
    return {pk: _person(row, keys) for pk, row in rows.items()}


def _person(row: dict[str, Any], keys: dict[int, str]) -> PersonRecord:
    path = row["unit__path"]
    return PersonRecord(
        id=keys[row["id"]],
        name=f"{row['first_name']} {row['last_name']}".strip(),
        given=row["first_name"],
        title=row["title"],
        unit=tuple(path.split(" > ")) if path else (),
        site=row["site"],
        country=row["country"],
        time_zone=row["time_zone"],
        languages=tuple(row["languages"]),
        level=row["level"],
        manager=keys.get(row["manager_id"]),
        manager_known=not row["manager_missing"],
    )


def _wishes(enrolments: list[int]) -> Wishes:
    """Return the wishes by enrolment and kind, in the order in which they were written."""
    found: Wishes = defaultdict(list)
    for some in _chunks(enrolments):
        rows = (
            Wish.objects.filter(enrolment__in=some)
            .order_by("pk")
            .values_list("enrolment_id", "kind", "topic__code", "value")
        )
        for enrolment, kind, topic, value in rows:
            found[enrolment, kind].append((topic, value))
    return found


def _preferences(enrolments: list[int]) -> Named:
    found: Named = defaultdict(list)
    for some in _chunks(enrolments):
        rows = (
            Preference.objects.filter(enrolment__in=some)
            .order_by("pk")
            .annotate(number=F("person__external_id"), address=F("person__email"))
            .values_list("enrolment_id", "kind", "number", "address")
        )
        for enrolment, kind, number, address in rows:
            found[enrolment, kind].append(person_key(number, address))
    return found


def _topics(wishes: Iterable[list[tuple[str, int]]]) -> dict[str, TopicRecord]:
    """Return the names of the topics that occur."""
    codes = {code for row in wishes for code, _ in row}
    return {
        topic.code: TopicRecord(topic.name_en, topic.name_it, topic.digcomp)
        for topic in Topic.objects.all()
        if topic.code in codes
    }


def _chunks(keys: list[int]) -> Iterable[list[int]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
