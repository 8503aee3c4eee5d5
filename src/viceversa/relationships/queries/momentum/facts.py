"""The facts of many relationships for the guard: dates and states, in a constant number of queries.

No word that anybody wrote is read here, and nobody's name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Min, Prefetch, QuerySet

from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import AgendaState, RelationshipState
from viceversa.relationships.models import (
    Agenda,
    Agreement,
    Entry,
    Meeting,
    Relationship,
    Step,
    Version,
    Watch,
)
from viceversa.relationships.rules.momentum import Encounter, Facts, Parameters, read
from viceversa.relationships.rules.momentum.signals import WATCHED

BATCH = 500


@dataclass(frozen=True, slots=True)
class Watched:
    """A relationship with its facts, and the parameters of its cohort."""

    relationship: Relationship
    facts: Facts
    parameters: Parameters


def watched() -> Iterable[Watched]:
    """Return every relationship that can have a signal, some hundreds at a time."""
    keys = list(
        Relationship.objects.filter(state__in=WATCHED).order_by("pk").values_list("pk", flat=True)
    )
    limits = parameters_by_cohort()
    for start in range(0, len(keys), BATCH):
        rows = list(Relationship.objects.filter(pk__in=keys[start : start + BATCH]))
        facts = facts_of(rows)
        for row in rows:
            yield Watched(row, facts[row.pk], limits.get(row.cohort_id, Parameters()))


def parameters_of(cohort: Cohort) -> Parameters:
    """Return the parameters of one cohort."""
    row = Watch.objects.filter(cohort=cohort).first()
    return read(row.values) if row else Parameters()


def parameters_by_cohort() -> dict[int, Parameters]:
    """Return the parameters of every cohort that has its own, by private key."""
    return {row.cohort_id: read(row.values) for row in Watch.objects.all()}


def facts_of(rows: Sequence[Relationship]) -> dict[int, Facts]:
    """Return the facts of relationships by private key."""
    meetings = _by_relationship(
        Meeting.objects.filter(relationship__in=rows).prefetch_related(
            "moves", Prefetch("agenda", Agenda.objects.all())
        )
    )
    steps = _by_relationship(Step.objects.filter(relationship__in=rows).order_by("at", "id"))
    signed = set(
        Version.objects.filter(agreement__relationship__in=rows, in_force_at__isnull=False)
        .values_list("agreement__relationship", flat=True)
        .order_by()
    )
    contact = _first_contacts(rows)
    return {
        row.pk: Facts(
            state=row.state,  # type: ignore[arg-type]  # a text of RelationshipState
            opened_at=row.opened_at,
            resumed_at=_resumed(steps.get(row.pk, [])),
            contact_at=contact.get(row.pk),
            signed=row.pk in signed,
            meetings=tuple(_encounter(each) for each in meetings.get(row.pk, [])),
        )
        for row in rows
    }


def _first_contacts(rows: Sequence[Relationship]) -> dict[int, datetime]:
    """Return the first sign that people are in touch: a time proposed, a word, an agreement."""
    found: dict[int, datetime] = {}
    for query, field in (
        (Meeting.objects.filter(relationship__in=rows), "proposed_at"),
        (Entry.objects.filter(relationship__in=rows), "written_at"),
        (Agreement.objects.filter(relationship__in=rows), "begun_at"),
    ):
        signs: QuerySet[Any, tuple[int, datetime]] = (
            query.values_list("relationship").annotate(first=Min(field)).order_by()
        )
        for relationship, at in signs:
            found[relationship] = min(at, found.get(relationship, at))
    return found


def _resumed(steps: Sequence[Step]) -> datetime | None:
    """Return when the latest pause ended, None where there was none or it goes on."""
    ends = [
        after.at
        for before, after in zip(steps, steps[1:], strict=False)
        if before.state == RelationshipState.PAUSED
    ]
    return ends[-1] if ends else None


def _encounter(meeting: Meeting) -> Encounter:
    agenda = getattr(meeting, "agenda", None)
    return Encounter(
        key=meeting.public_id,
        state=meeting.state,  # type: ignore[arg-type]  # a text of MeetingState
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        moved_at=tuple(move.at for move in meeting.moves.all()),
        keep_alive=meeting.keep_alive,
        agenda_empty=agenda is None or agenda.state == AgendaState.EMPTY,
    )


def _by_relationship[T: (Meeting, Step)](rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row.relationship_id, []).append(row)
    return found
