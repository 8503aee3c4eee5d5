"""Moving a meeting, taking it off, asking for another time: dates change, nobody is named."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.choices import Verb
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.actions.meetings.gate import (
    check_ahead,
    check_open,
    check_time,
    locked,
    write_down,
)
from viceversa.relationships.actions.meetings.proposing import ASKS, waiting_for
from viceversa.relationships.actions.meetings.telling import News, tell
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Assent, Meeting, Member, Move
from viceversa.relationships.queries.meetings.free import all_free
from viceversa.relationships.rules.meetings.slots import SHORT


@transaction.atomic
def move(
    *,
    meeting: Meeting,
    member: Member,
    to: datetime,
    minutes: int | None = None,
    seen: int | None = None,
    now: datetime,
) -> Meeting:
    """Move a meeting to another time and tell everybody, without saying whose wish it was.

    An agreed meeting stays agreed where all are free at the new time, as far as they have said;
    anywhere else the others are asked once more.
    """
    row = locked(meeting, member, seen=seen)
    check_ahead(row)
    check_open(row.relationship)
    length = minutes or row.minutes
    check_time(row.relationship, to, length, now, leaving_out=row)
    if to == row.starts_at and length == row.minutes:
        return row
    agreed = row.state == MeetingState.AGREED and all_free(
        row.relationship_id, to, length, now, leaving_out=row.pk
    )
    Move.objects.create(meeting=row, from_at=row.starts_at, to_at=to, at=now)
    former = row.starts_at
    _place_anew(row, to, length, MeetingState.AGREED if agreed else MeetingState.PROPOSED)
    if not agreed:
        Assent.objects.create(meeting=row, member=member)
    write_down(Verb.MEETING_MOVED, row, now, from_at=former, to_at=to)
    tapping.revoke(meeting=row, now=now)
    _tell_moved(row, former, now)
    return row


@transaction.atomic
def take_off(*, meeting: Meeting, member: Member, seen: int | None = None, now: datetime) -> None:
    """Take a meeting off and tell everybody, calendars included; twice is once."""
    row = locked(meeting, member, seen=seen)
    if row.state == MeetingState.CANCELLED:
        return
    check_ahead(row)
    cancel(row, now)


@transaction.atomic
def ask_another_time(
    *, meeting: Meeting, member: Member, seen: int | None = None, now: datetime
) -> Meeting:
    """Say that a time does not suit: it waits for a new one, and everybody may choose it."""
    row = locked(meeting, member, seen=seen)
    check_ahead(row)
    check_open(row.relationship)
    if row.another_time_at is not None:
        return row
    row.state, row.agreed_at, row.another_time_at = MeetingState.PROPOSED, None, now
    row.sequence += 1
    row.save()
    Assent.objects.filter(meeting=row).delete()
    tapping.revoke(meeting=row, now=now)
    write_down(Verb.MEETING_MOVED, row, now, from_at=row.starts_at, to_at=None)
    tell(news=News(Kind.MEETING_WANTED, "REQUEST", (TapPurpose.MOVE,)), meeting=row, now=now)
    return row


def cancel(meeting: Meeting, now: datetime) -> None:
    """Take off a meeting that is held fast by the caller's transaction."""
    meeting.state, meeting.agreed_at, meeting.another_time_at = MeetingState.CANCELLED, None, None
    meeting.sequence += 1
    meeting.save()
    Move.objects.create(meeting=meeting, from_at=meeting.starts_at, to_at=None, at=now)
    Assent.objects.filter(meeting=meeting).delete()
    tapping.revoke(meeting=meeting, now=now)
    write_down(Verb.MEETING_CANCELLED, meeting, now, starts_at=meeting.starts_at)
    tell(news=News(Kind.MEETING_CANCELLED, "CANCEL"), meeting=meeting, now=now)


def _place_anew(row: Meeting, to: datetime, minutes: int, state: MeetingState) -> None:
    """Put a meeting elsewhere; its reminders are due afresh."""
    row.starts_at, row.minutes, row.keep_alive = to, minutes, minutes <= SHORT
    row.state = state
    row.sequence += 1
    row.another_time_at = row.reminded_at = row.asked_at = None
    if state == MeetingState.PROPOSED:
        row.agreed_at = None
    row.save()
    Assent.objects.filter(meeting=row).delete()


def _tell_moved(row: Meeting, former: datetime, now: datetime) -> None:
    """Tell everybody; those whose yes is wanted get the link for it as well."""
    facts = (("former", former), ("agreed", row.state == MeetingState.AGREED))
    asked = frozenset(waiting_for(row)) if row.state == MeetingState.PROPOSED else frozenset()
    everybody = frozenset(row.relationship.members.values_list("pk", flat=True))
    for taps, to in ((ASKS, asked), ((TapPurpose.MOVE,), everybody - asked)):
        if to:
            tell(
                news=News(Kind.MEETING_MOVED, "REQUEST", taps, to=to, facts=facts),
                meeting=row,
                now=now,
            )
