"""Reading supervision circles: for a mentor those to come, for a coordinator one with its seats."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from viceversa.programmes.choices import CohortState, EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment, Supervision, SupervisionSeat
from viceversa.programmes.rules.supervision import is_over


@dataclass(frozen=True, slots=True)
class Coming:
    """A circle to come, as a mentor sees it."""

    supervision: Supervision
    enrolment: Enrolment
    left: int
    mine: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A circle on the coordinator’s list."""

    supervision: Supervision
    taken: int
    over: bool

    @property
    def state(self) -> str:
        """`off`, `over` or `coming`."""
        if self.supervision.called_off_at:
            return "off"
        return "over" if self.over else "coming"


def coming(places: Iterable[Enrolment], now: datetime) -> list[Coming]:
    """Return the circles that a person can sit in as a mentor, the next one first; one query.

    `places` are all of the person's, cohorts loaded. Circles they keep a seat in are there even
    when all seats are taken.
    """
    mine = {
        place.cohort_id: place
        for place in places
        if place.role == Role.MENTOR
        and place.state == EnrolmentState.ADMITTED
        and place.cohort.state == CohortState.OPEN
    }
    own = SupervisionSeat.objects.filter(supervision=OuterRef("pk"), enrolment__in=mine.values())
    ahead = Supervision.objects.filter(cohort__in=mine, starts_at__gt=now, called_off_at=None)
    counted = ahead.annotate(seats_taken=Count("taken"), own=Exists(own))
    rows: Iterable[Any] = counted.order_by("starts_at", "pk")
    return [
        Coming(
            supervision=row,
            enrolment=mine[row.cohort_id],
            left=max(0, row.seats - row.seats_taken),
            mine=row.own,
        )
        for row in rows
    ]


def listed(cohort: Cohort, now: datetime) -> list[Listed]:
    """Return the circles of a cohort: those to come first, then those over, the newest first."""
    rows = [
        Listed(row, taken, is_over(row.starts_at, row.minutes, now))
        for row, taken in _counted(Supervision.objects.filter(cohort=cohort))
    ]
    ahead = sorted((r for r in rows if not r.over), key=lambda r: r.supervision.starts_at)
    behind = sorted((r for r in rows if r.over), key=lambda r: r.supervision.starts_at)
    return [*ahead, *reversed(behind)]


def by_public_id(public_id: str) -> Supervision | None:
    """Return a circle with its cohort and programme, or None."""
    rows = Supervision.objects.select_related("cohort__programme")
    return rows.filter(public_id=public_id).first()


def seats(supervision: Supervision) -> list[SupervisionSeat]:
    """Return the seats kept, by name, with their people."""
    rows = SupervisionSeat.objects.filter(supervision=supervision)
    return list(
        rows.select_related("enrolment__person__unit").order_by("enrolment__person__sort_name")
    )


def mentors_to_tell(supervision: Supervision) -> list[Enrolment]:
    """Return the admitted mentors of its cohort, with their people."""
    rows = Enrolment.objects.admitted().filter(cohort=supervision.cohort_id, role=Role.MENTOR)
    return list(rows.select_related("person", "cohort__programme").order_by("person__sort_name"))


def _counted(rows: QuerySet[Supervision]) -> list[tuple[Supervision, int]]:
    """Return circles with their cohort, and how many seats of each are kept; one query."""
    found: Iterable[Any] = rows.annotate(seats_taken=Count("taken"))
    return [(row, row.seats_taken) for row in found]
