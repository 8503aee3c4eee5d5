"""Open pushes: for the people themselves, and, once it is time, for whoever coordinates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet

from viceversa.notifications.rules.recipient import zone_of
from viceversa.people.models import Person
from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import MemberRole, Signal
from viceversa.relationships.models import Meeting, Member, Nudge, Relationship
from viceversa.relationships.queries.meetings.free import diary, free_spans
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.rules.meetings import slots
from viceversa.relationships.rules.momentum.places import path_of

GRAVEST_FIRST = {signal.value: place for place, signal in enumerate(Signal)}
WITH_TIMES = frozenset({Signal.MOVES, Signal.QUIET, Signal.FIRST_MEETING})
SHOWN_TO = {Signal.FIRST_CONTACT: MemberRole.MENTEE, Signal.AGENDA: MemberRole.MENTOR}
LONG = 45  # minutes of a first meeting; the others are offered as fifteen


@dataclass(frozen=True, slots=True)
class Push:
    """A push as one of the people sees it; `others` are first names."""

    nudge: Nudge
    signal: str
    others: str
    path: str
    days: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """A relationship on the coordinator's list: its signals, the gravest first, and free times.

    `next_at` is the next date there is, if there is one.
    """

    relationship: Relationship
    mentors: list[Member]
    mentees: list[Member]
    nudges: list[Nudge]
    times: list[datetime]
    next_at: datetime | None

    @property
    def first(self) -> Nudge:
        return self.nudges[0]


def nudge_of(public_id: str) -> Nudge | None:
    """Return a push with its relationship and cohort."""
    rows = Nudge.objects.select_related("relationship__cohort__programme")
    return rows.filter(public_id=public_id).first()


def pushes_for(person: Person, *, relationship: Relationship | None = None) -> list[Push]:
    """Return what somebody could do, in all of their relationships or in one; two queries.

    Nothing once one of the people has said that they are on it; a reporting line is not theirs.
    """
    seats = Prefetch("relationship__members", Member.objects.select_related("person"))
    rows = Nudge.objects.filter(
        relationship__in=Member.objects.filter(person=person).values("relationship"),
        settled_at=None,
        answered_at=None,
    ).exclude(signal=Signal.LINE)
    if relationship:
        rows = rows.filter(relationship=relationship)
    loaded = rows.select_related("relationship").prefetch_related(seats)
    ordered = sorted(loaded, key=lambda row: GRAVEST_FIRST[row.signal])
    return [push for row in ordered if (push := _push(row, person))]


def _push(nudge: Nudge, person: Person) -> Push | None:
    members = list(nudge.relationship.members.all())
    mine = next(one for one in members if one.person_id == person.pk)
    wanted = SHOWN_TO.get(Signal(nudge.signal))
    if wanted and mine.role != wanted and nudge.relationship.format != "circle":
        return None
    return Push(
        nudge=nudge,
        signal=nudge.signal,
        others=", ".join(one.person.first_name for one in members if one.pk != mine.pk),
        path=path_of(nudge.signal, nudge.relationship.public_id, nudge.about),
        days=nudge.facts.get("days", 0),
    )


def times_for(nudge: Nudge, now: datetime) -> list[datetime]:
    """Return up to three times at which all are free, where a time answers the signal."""
    if nudge.signal not in WITH_TIMES:
        return []
    found = _free_times(_loaded([nudge.relationship_id]), [[nudge]], now)
    return found.get(nudge.relationship_id, [])


def waiting_for_you(cohort: Cohort, now: datetime) -> list[Pushed]:
    """Return what a coordinator could do now, the gravest first; a constant number of queries."""
    return _grouped(_shown(cohort, now).filter(_due(now)), now)


def put_off(cohort: Cohort, now: datetime) -> list[Pushed]:
    """Return what waits: sent, or put off for a week."""
    return _grouped(_shown(cohort, now).exclude(_due(now)), now)


def count_waiting(cohort: Cohort, now: datetime) -> int:
    """Return how many relationships a small push would help now."""
    rows = _shown(cohort, now).filter(_due(now))
    return rows.values("relationship").distinct().count()


def _shown(cohort: Cohort, now: datetime) -> QuerySet[Nudge]:
    return Nudge.objects.filter(relationship__cohort=cohort, settled_at=None, shown_at__lte=now)


def _due(now: datetime) -> Q:
    return Q(snoozed_until=None) | Q(snoozed_until__lte=now)


def _grouped(rows: QuerySet[Nudge], now: datetime) -> list[Pushed]:
    """Bring the signals of a relationship together; a reporting line stands for itself."""
    groups: dict[tuple[int, bool], list[Nudge]] = {}
    for row in sorted(rows, key=lambda row: (GRAVEST_FIRST[row.signal], row.since)):
        groups.setdefault((row.relationship_id, row.signal == Signal.LINE), []).append(row)
    keys = {key for key, _line in groups}
    relationships = _loaded(keys)
    dates, times = _next_dates(keys, now), _free_times(relationships, groups.values(), now)
    return [
        _pushed(relationships[key], nudges, dates.get(key), times.get(key, []))
        for (key, _line), nudges in groups.items()
    ]


def _pushed(
    relationship: Relationship,
    nudges: list[Nudge],
    next_at: datetime | None,
    times: list[datetime],
) -> Pushed:
    members = list(relationship.members.all())
    return Pushed(
        relationship=relationship,
        mentors=[one for one in members if one.role == MemberRole.MENTOR],
        mentees=[one for one in members if one.role == MemberRole.MENTEE],
        nudges=nudges,
        times=times if nudges[0].signal in WITH_TIMES else [],
        next_at=next_at,
    )


def _loaded(keys: Iterable[int]) -> dict[int, Relationship]:
    seats = Prefetch("members", Member.objects.select_related("person__unit", "enrolment"))
    rows = Relationship.objects.filter(pk__in=list(keys)).select_related("cohort")
    return {row.pk: row for row in rows.prefetch_related(seats)}


def _next_dates(keys: Iterable[int], now: datetime) -> dict[int, datetime]:
    rows = Meeting.objects.filter(relationship__in=list(keys), state__in=AHEAD, starts_at__gt=now)
    found: dict[int, datetime] = {}
    for key, at in rows.order_by("starts_at").values_list("relationship", "starts_at"):
        found.setdefault(key, at)
    return found


def _free_times(
    relationships: Mapping[int, Relationship], groups: Iterable[Sequence[Nudge]], now: datetime
) -> dict[int, list[datetime]]:
    """Return up to three times at which all are free, for the signals that a time answers."""
    wanted = {
        nudges[0].relationship_id: LONG if nudges[0].signal == Signal.FIRST_MEETING else slots.SHORT
        for nudges in groups
        if nudges[0].signal in WITH_TIMES
    }
    members = {key: list(relationships[key].members.all()) for key in wanted}
    taken = diary([one.person_id for group in members.values() for one in group], now)
    zone = zone_of(settings.ORGANISATION_TIME_ZONE)
    found = {}
    for key, minutes in wanted.items():
        spans = free_spans(members[key], taken, now)
        found[key] = [
            slot.starts_at for slot in slots.offers(spans, minutes, zone) if not slot.short
        ]
    return found
