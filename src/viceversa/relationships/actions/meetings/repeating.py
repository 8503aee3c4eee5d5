"""Meetings in a series: proposed together, agreed together, each to be moved by itself."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.actions.meetings.gate import (
    UnableToMeet,
    check_open,
    check_time,
    write_down,
)
from viceversa.relationships.actions.meetings.proposing import waiting_for
from viceversa.relationships.actions.meetings.telling import News, tell
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Assent, Meeting, Member, Move, Relationship, Series
from viceversa.relationships.queries.meetings.naming import whereabouts
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.rules.meetings import series as rules
from viceversa.relationships.rules.meetings import video
from viceversa.relationships.rules.meetings.slots import SHORT


@transaction.atomic
def propose_series(
    *,
    member: Member,
    first_on: date,
    at_minute: int,
    zone: ZoneInfo,
    every_weeks: int,
    count: int,
    minutes: int,
    place: str = "",
    now: datetime,
) -> Series:
    """Propose meetings every few weeks at one local time; all of them or none."""
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    check_open(relationship)
    _check(every_weeks, count)
    moments = rules.occurrences(first_on, at_minute, zone, every_weeks=every_weeks, count=count)
    for moment in moments:
        check_time(relationship, moment, minutes, now)
    series = Series.objects.create(
        relationship=relationship,
        first_on=first_on,
        at_minute=at_minute,
        time_zone=zone.key,
        every_weeks=every_weeks,
        count=count,
        minutes=minutes,
        created_at=now,
    )
    meetings = _write(series, moments, member, place, now)
    others = waiting_for(meetings[0])
    tell(
        news=News(Kind.MEETING_PROPOSED, "REQUEST", (TapPurpose.ACCEPT,), to=frozenset(others)),
        meeting=meetings[0],
        series=meetings,
        now=now,
    )
    return series


@transaction.atomic
def accept_series(*, series: Series, member: Member, now: datetime) -> int:
    """Say yes to everything in a series that still waits; return how many became agreed.

    Those that have been moved meanwhile, or lie in the past, are left to be answered by themselves.
    """
    rows = _open_rows(series, member)
    check_open(series.relationship)
    asked = [row for row in rows if row.starts_at == row.recurs_at and row.starts_at > now]
    Assent.objects.bulk_create(
        [Assent(meeting=row, member=member) for row in asked], ignore_conflicts=True
    )
    agreed = [row for row in asked if not waiting_for(row)]
    if not agreed:
        return 0
    series.sequence += 1
    series.save(update_fields=["sequence"])
    for row in agreed:
        row.state, row.agreed_at, row.sequence = MeetingState.AGREED, now, series.sequence
        row.save()
        tapping.revoke(meeting=row, now=now)
        write_down(Verb.MEETING_AGREED, row, now, starts_at=row.starts_at)
    Assent.objects.filter(meeting__in=agreed).delete()
    tell(
        news=News(Kind.MEETING_AGREED, "REQUEST"),
        meeting=agreed[0],
        series=list(series.meetings.select_related("relationship__cohort", "series")),
        now=now,
    )
    return len(agreed)


@transaction.atomic
def end_series(*, series: Series, member: Member, now: datetime) -> int:
    """Take off what a series still has before it, told in one mail; return how many."""
    rows = [row for row in _open_rows(series, member, AHEAD) if row.starts_at > now]
    cancel_together(rows, now)
    return len(rows)


def cancel_together(rows: list[Meeting], now: datetime) -> None:
    """Take off several meetings of one series, told in one mail."""
    for row in rows:
        row.state, row.agreed_at, row.another_time_at = MeetingState.CANCELLED, None, None
        row.sequence += 1
        row.save()
        Move.objects.create(meeting=row, from_at=row.starts_at, to_at=None, at=now)
        tapping.revoke(meeting=row, now=now)
        write_down(Verb.MEETING_CANCELLED, row, now, starts_at=row.starts_at)
    Assent.objects.filter(meeting__in=rows).delete()
    if rows:
        news = News(Kind.MEETING_CANCELLED, "CANCEL")
        tell(news=news, meeting=rows[0], series=rows, now=now)


def _check(every_weeks: int, count: int) -> None:
    """Raise where a series has no bounds a person would set."""
    if not rules.WEEKS[0] <= every_weeks <= rules.WEEKS[1]:
        raise UnableToMeet(_("A series repeats every 1 to 12 weeks."))
    if not rules.COUNT[0] <= count <= rules.COUNT[1]:
        raise UnableToMeet(_("A series has 2 to 26 meetings."))


def _write(
    series: Series, moments: list[datetime], member: Member, place: str, now: datetime
) -> list[Meeting]:
    """Write down the meetings of a series, with the yes of whoever proposes it."""
    template, usual = whereabouts(series.relationship)
    rows = Meeting.objects.bulk_create(
        [
            Meeting(
                relationship=series.relationship,
                starts_at=moment,
                minutes=series.minutes,
                keep_alive=series.minutes <= SHORT,
                place=(place or usual).strip()[:200],
                video_url=video.link(template, series.public_id),
                series=series,
                recurs_at=moment,
                proposed_at=now,
            )
            for moment in moments
        ]
    )
    Assent.objects.bulk_create([Assent(meeting=row, member=member) for row in rows])
    for row in rows:
        write_down(Verb.MEETING_PROPOSED, row, now, starts_at=row.starts_at, minutes=row.minutes)
    return rows


def _open_rows(
    series: Series, member: Member, states: tuple[str, ...] = (MeetingState.PROPOSED,)
) -> list[Meeting]:
    """Return the meetings of a series in these states, held until the transaction ends."""
    if series.relationship_id != member.relationship_id:
        raise UnableToMeet(_("This meeting belongs to another relationship."))
    rows = Meeting.objects.select_for_update(of=("self",)).filter(series=series, state__in=states)
    return list(rows.select_related("relationship__cohort", "series").order_by("starts_at", "pk"))
