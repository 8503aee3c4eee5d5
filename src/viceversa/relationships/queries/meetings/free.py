"""When the members of a relationship are all free, from what they said and what is taken."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from viceversa.notifications.rules.recipient import zone_of
from viceversa.people.models import Person
from viceversa.relationships.models import BusyTime, Meeting, Member
from viceversa.relationships.models.meeting import LONGEST
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.rules.meetings import slots as rules
from viceversa.relationships.rules.meetings.times import Span, span_of


@dataclass(frozen=True, slots=True)
class Diary:
    """What is taken, by the private key of a person; meetings with their own key, to leave out."""

    meetings: Mapping[int, Sequence[tuple[int, Span]]]
    elsewhere: Mapping[int, Sequence[Span]]

    def busy(self, person: int, leaving_out: int | None) -> tuple[Span, ...]:
        """Return when a person is taken, one meeting left out."""
        ours = (span for key, span in self.meetings.get(person, ()) if key != leaving_out)
        return (*ours, *self.elsewhere.get(person, ()))


def zone_of_person(person: Person) -> ZoneInfo:
    """Return the zone somebody lives in, that of the organisation where it is not known."""
    return zone_of(person.time_zone or settings.ORGANISATION_TIME_ZONE)


def diary(people: Iterable[int], now: datetime) -> Diary:
    """Return what is taken in the next weeks, meetings and subscribed calendars; two queries."""
    keys = list(people)
    meetings: dict[int, list[tuple[int, Span]]] = {}
    elsewhere: dict[int, list[Span]] = {}
    until = now + rules.AHEAD
    rows = Meeting.objects.filter(
        relationship__members__person__in=keys,
        relationship__members__left_at=None,
        state__in=AHEAD,
        starts_at__gt=now - timedelta(minutes=LONGEST),
        starts_at__lt=until,
    ).values_list("relationship__members__person", "pk", "starts_at", "minutes")
    for person, key, starts_at, minutes in rows:
        meetings.setdefault(person, []).append((key, span_of(starts_at, minutes)))
    taken = BusyTime.objects.filter(
        feed__person__in=keys, ends_at__gt=now, starts_at__lt=until
    ).values_list("feed__person", "starts_at", "ends_at")
    for person, start, end in taken:
        elsewhere.setdefault(person, []).append(Span(start, end))
    return Diary(meetings, elsewhere)


def free_spans(
    members: Sequence[Member], taken: Diary, now: datetime, *, leaving_out: int | None = None
) -> list[Span]:
    """Return when all members are free; [] where one of them gave no weekly times.

    `members` come with person and enrolment loaded; `leaving_out` is the key of a meeting that is
    about to move.
    """
    weeks = [
        rules.Week(
            windows=tuple((day, start, end) for day, start, end in _windows(member)),
            zone=zone_of_person(member.person),
            busy=taken.busy(member.person_id, leaving_out),
        )
        for member in members
    ]
    return rules.free(weeks, now)


def without_times(members: Iterable[Member]) -> list[Member]:
    """Return the members who have not said when they are free."""
    return [member for member in members if not _windows(member)]


def seats(relationship_id: int) -> list[Member]:
    """Return the members with what their free times need; one query."""
    rows = Member.objects.filter(relationship=relationship_id)
    return list(rows.select_related("person", "enrolment"))


def all_free(
    relationship_id: int,
    starts_at: datetime,
    minutes: int,
    now: datetime,
    *,
    leaving_out: int | None = None,
) -> bool:
    """Tell whether all members are free at a time, as far as is known; three queries."""
    members = seats(relationship_id)
    taken = diary([member.person_id for member in members], now)
    spans = free_spans(members, taken, now, leaving_out=leaving_out)
    return rules.is_free(spans, starts_at, minutes)


def _windows(member: Member) -> list[list[int]]:
    return member.enrolment.availability if member.enrolment else []
