"""Reading enrolments: the list of a cohort, who lacks what, one enrolment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.people.rules.folding import plain
from viceversa.programmes.choices import Missing
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.models.enrolment import EnrolmentQuerySet
from viceversa.programmes.queries.briefing import briefed
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.queries.topics import names
from viceversa.programmes.rules.completeness import Profile, missing
from viceversa.programmes.rules.details import Details


@dataclass(frozen=True, slots=True)
class EnrolmentLine:
    """An enrolment on the list: its person, both directions in words, what it lacks.

    `briefed` says whether the briefing is done; how far somebody is, nobody is told.
    """

    enrolment: Enrolment
    details: Details
    first: tuple[str, ...]
    back: tuple[str, ...]
    missing: tuple[str, ...]
    briefed: bool


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Someone admitted who lacks something; `missing` holds codes of `choices.Missing`."""

    public_id: str
    name: str
    role: str
    missing: tuple[str, ...]


def enrolments_of(person: Person) -> list[Enrolment]:
    """Return every place of a person, the earliest cohort first, with what pages need of it.

    Person, pause, cohort, programme, sponsor and counsellor come with it: one query.
    """
    rows = Enrolment.objects.filter(person=person).select_related(
        "person", "pause", "cohort__programme__sponsor", "cohort__programme__counsellor"
    )
    return list(rows.order_by("cohort__starts_on", "pk"))


def enrolments(
    cohort: Cohort, *, search: str = "", role: str = "", state: str = "", lacking: str = ""
) -> EnrolmentQuerySet:
    """Return the enrolments of a cohort by name; `lacking` is a code or `anything`."""
    found = Enrolment.objects.filter(cohort=cohort).with_wishes_counted()
    if role:
        found = found.filter(role=role)
    if state:
        found = found.filter(state=state)
    if lacking:
        found = found.lacking("" if lacking == "anything" else lacking)
    for word in plain(search).split():
        found = found.filter(person__search_text__contains=word)
    return found.select_related("person", "person__unit").order_by(
        "person__sort_name", "person_id", "role"
    )


def lines(page: list[Enrolment]) -> list[EnrolmentLine]:
    """Return the lines of one page of `enrolments`, in four queries whatever its length."""
    contents, done = details_of(page), briefed(page)
    called = names()
    return [
        EnrolmentLine(
            enrolment=e,
            details=contents[e.pk],
            first=tuple(called[code] for code, _ in contents[e.pk].first),
            back=tuple(called[code] for code, _ in contents[e.pk].back),
            missing=labels(missing_of(e, contents[e.pk])),
            briefed=e.pk in done,
        )
        for e in page
    ]


def incomplete(cohort: Cohort) -> list[Incomplete]:
    """Return everyone admitted who lacks something, by name, in one query."""
    found = Enrolment.objects.admitted().filter(cohort=cohort).lacking()
    rows: Iterable[Any] = found.select_related("person").order_by("person__sort_name", "role")
    return [
        Incomplete(
            public_id=e.public_id,
            name=e.person.name,
            role=e.role,
            missing=missing(_profile(e, e.has_first, e.has_back)),
        )
        for e in rows
    ]


def by_public_id(public_id: str) -> Enrolment | None:
    """Return an enrolment with person, unit, cohort and programme, or None."""
    return (
        Enrolment.objects.select_related("person__unit", "person__manager", "cohort__programme")
        .filter(public_id=public_id)
        .first()
    )


def missing_of(enrolment: Enrolment, details: Details) -> tuple[str, ...]:
    """Return the codes of what an enrolment lacks."""
    return missing(_profile(enrolment, bool(details.first), bool(details.back)))


def labels(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words for codes of what is missing."""
    return tuple(str(Missing(code).label) for code in codes)


def _profile(enrolment: Enrolment, first: bool, back: bool) -> Profile:
    person = enrolment.person
    return Profile(
        first=first,
        back=back,
        availability=bool(enrolment.availability),
        languages=bool(enrolment.languages or person.languages),
        level_known=person.level is not None,
        manager_known=not person.manager_missing,
        active=person.status == PersonStatus.ACTIVE,
    )
