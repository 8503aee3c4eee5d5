"""All admitted enrolments of a cohort as matching needs them, in a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from viceversa.programmes.choices import PreferenceKind
from viceversa.programmes.models import Cohort, Enrolment, Preference, Wish
from viceversa.programmes.models.enrolment import FIRST
from viceversa.programmes.queries.candidates import candidate_of
from viceversa.programmes.rules import eligibility as rules

type Wishes = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Admitted:
    """One enrolment with its person, ready for the engine's `Participant`.

    `wants` and `offers` read the same in both roles: what comes to this person (topic code, weight
    1 to 3) and what this person gives (topic code, level 1 to 8). `windows` are weekday (0 Monday),
    from and to minute in `time_zone`, the person's own ("" where unknown). `languages` are the
    enrolment's, else the directory's. Named people are private ids. `ineligible` holds the codes of
    `rules.eligibility.obstacles`.
    """

    id: int
    public_id: str
    person_id: int
    person_public_id: str
    person_name: str
    role: str
    minimum: int
    maximum: int
    windows: tuple[tuple[int, int, int], ...]
    time_zone: str
    languages: tuple[str, ...]
    waiting: int
    style: float | None
    wants: Wishes
    offers: Wishes
    prefers: tuple[int, ...]
    excludes: tuple[int, ...]
    previous: tuple[int, ...]
    ineligible: tuple[str, ...]

    @property
    def eligible(self) -> bool:
        """Whether the person may take part today."""
        return not self.ineligible


def admitted(cohort: Cohort, *, on: date | None = None) -> list[Admitted]:
    """Return every admitted enrolment that is not paused, by person and role, in three queries.

    Eligibility is judged on a day, by default that of the first meetings.
    """
    limits = rules.read(cohort.eligibility)
    day = on or cohort.starts_on
    firsts, backs = _wishes(cohort)
    named = _named(cohort)
    rows = (
        Enrolment.objects.admitted()
        .filter(cohort=cohort, pause=None)
        .select_related("person", "person__unit")
        .order_by("person_id", "role")
    )
    return [
        _admitted(
            e,
            firsts[e.pk],
            backs[e.pk],
            named,
            rules.obstacles(candidate_of(e.person), limits.of(e.role), day),
        )
        for e in rows
    ]


def _admitted(
    enrolment: Enrolment,
    first: list[tuple[str, int]],
    back: list[tuple[str, int]],
    named: dict[str, dict[int, list[int]]],
    ineligible: tuple[str, ...],
) -> Admitted:
    person = enrolment.person
    mentor = enrolment.role == "mentor"
    return Admitted(
        id=enrolment.pk,
        public_id=enrolment.public_id,
        person_id=person.pk,
        person_public_id=person.public_id,
        person_name=person.name,
        role=enrolment.role,
        minimum=enrolment.minimum,
        maximum=enrolment.maximum,
        windows=tuple((day, start, end) for day, start, end in enrolment.availability),
        time_zone=person.time_zone,
        languages=tuple(enrolment.languages or person.languages),
        waiting=enrolment.waiting,
        style=enrolment.style,
        wants=tuple(sorted(back if mentor else first)),
        offers=tuple(sorted(first if mentor else back)),
        prefers=tuple(named[PreferenceKind.PREFERS][enrolment.pk]),
        excludes=tuple(named[PreferenceKind.EXCLUDES][enrolment.pk]),
        previous=tuple(named[PreferenceKind.PREVIOUS][enrolment.pk]),
        ineligible=ineligible,
    )


def _wishes(
    cohort: Cohort,
) -> tuple[dict[int, list[tuple[str, int]]], dict[int, list[tuple[str, int]]]]:
    """Return the wishes of both directions by enrolment."""
    first: dict[int, list[tuple[str, int]]] = defaultdict(list)
    back: dict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = Wish.objects.filter(enrolment__cohort=cohort).values_list(
        "enrolment_id", "kind", "topic__code", "value"
    )
    for enrolment, kind, topic, value in rows.iterator(chunk_size=5000):
        (first if kind in FIRST else back)[enrolment].append((topic, value))
    return first, back


def _named(cohort: Cohort) -> dict[str, dict[int, list[int]]]:
    """Return the named people by kind and enrolment, in the order they were written."""
    named: dict[str, dict[int, list[int]]] = {
        kind: defaultdict(list) for kind in PreferenceKind.values
    }
    rows = Preference.objects.filter(enrolment__cohort=cohort).order_by("pk")
    for enrolment, kind, person in rows.values_list("enrolment_id", "kind", "person_id"):
        named[kind][enrolment].append(person)
    return named
