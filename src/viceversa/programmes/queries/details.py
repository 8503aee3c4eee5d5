"""Reading the contents of enrolments in bulk: one query for wishes, one for named people."""

from collections import defaultdict
from collections.abc import Iterable

from viceversa.programmes.choices import PreferenceKind
from viceversa.programmes.models import Enrolment, Preference, Wish
from viceversa.programmes.models.enrolment import FIRST
from viceversa.programmes.rules.details import Details, tidy

CHUNK = 10_000  # ids in one IN (…): SQLite and PostgreSQL both stop somewhere above


def details_of(enrolments: Iterable[Enrolment]) -> dict[int, Details]:
    """Return the tidy details of enrolments by private id."""
    enrolments = list(enrolments)
    first, back = _wishes([e.pk for e in enrolments])
    named = _named([e.pk for e in enrolments])
    return {
        e.pk: tidy(
            Details(
                minimum=e.minimum,
                maximum=e.maximum,
                first=tuple(first[e.pk]),
                back=tuple(back[e.pk]),
                windows=tuple((day, start, end) for day, start, end in e.availability),
                languages=tuple(e.languages),
                prefers=tuple(named[PreferenceKind.PREFERS][e.pk]),
                excludes=tuple(named[PreferenceKind.EXCLUDES][e.pk]),
                previous=tuple(named[PreferenceKind.PREVIOUS][e.pk]),
                waiting=e.waiting,
            )
        )
        for e in enrolments
    }


def _wishes(
    ids: list[int],
) -> tuple[dict[int, list[tuple[str, int]]], dict[int, list[tuple[str, int]]]]:
    first: dict[int, list[tuple[str, int]]] = defaultdict(list)
    back: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for some in _chunks(ids):
        rows = Wish.objects.filter(enrolment__in=some)
        for enrolment, kind, topic, value in rows.values_list(
            "enrolment_id", "kind", "topic__code", "value"
        ):
            (first if kind in FIRST else back)[enrolment].append((topic, value))
    return first, back


def _named(ids: list[int]) -> dict[str, dict[int, list[int]]]:
    named: dict[str, dict[int, list[int]]] = {
        kind: defaultdict(list) for kind in PreferenceKind.values
    }
    for some in _chunks(ids):
        rows = Preference.objects.filter(enrolment__in=some)
        for enrolment, kind, person in rows.values_list("enrolment_id", "kind", "person_id"):
            named[kind][enrolment].append(person)
    return named


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[i : i + CHUNK] for i in range(0, len(ids), CHUNK))
