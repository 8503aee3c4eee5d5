"""Proposing a time, and saying yes to one; agreed is what everybody has said yes to."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.choices import Verb
from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.actions.meetings.gate import (
    check_ahead,
    check_open,
    check_seen,
    check_time,
    locked,
    write_down,
)
from viceversa.relationships.actions.meetings.telling import News, tell
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Assent, Meeting, Member, Relationship
from viceversa.relationships.queries.meetings.naming import video_link, whereabouts
from viceversa.relationships.rules.meetings.numbering import missing
from viceversa.relationships.rules.meetings.slots import SHORT

ASKS = (TapPurpose.ACCEPT, TapPurpose.MOVE)


@transaction.atomic
def propose(
    *,
    member: Member,
    starts_at: datetime,
    minutes: int,
    place: str = "",
    now: datetime,
) -> Meeting:
    """Put a time before the others, who are told and may say yes or choose another one.

    `place` empty means the usual one. Fifteen minutes or less make a keep-alive meeting.
    """
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    check_open(relationship)
    check_time(relationship, starts_at, minutes, now)
    video, usual = whereabouts(relationship)
    meeting = Meeting(
        relationship=relationship,
        starts_at=starts_at,
        minutes=minutes,
        keep_alive=minutes <= SHORT,
        place=(place or usual).strip()[:200],
        proposed_at=now,
    )
    meeting.video_url = video_link(video, meeting)
    meeting.save()
    Assent.objects.create(meeting=meeting, member=member)
    write_down(Verb.MEETING_PROPOSED, meeting, now, starts_at=starts_at, minutes=minutes)
    others = waiting_for(meeting)
    tell(
        news=News(Kind.MEETING_PROPOSED, "REQUEST", ASKS, to=frozenset(others)),
        meeting=meeting,
        now=now,
    )
    return meeting


@transaction.atomic
def accept(*, meeting: Meeting, member: Member, seen: int | None = None, now: datetime) -> Meeting:
    """Say yes to a time; with the last yes the meeting is agreed and everybody is told.

    Saying it twice changes nothing.
    """
    row = locked(meeting, member)
    agreed = row.state in (MeetingState.AGREED, MeetingState.HELD)
    # Agreeing counts up by one: an older page that shows this very time is no contradiction.
    if agreed and seen in (None, row.sequence, row.sequence - 1):
        return row
    check_seen(row, seen)
    check_ahead(row)
    check_open(row.relationship)
    check_time(row.relationship, row.starts_at, row.minutes, now, leaving_out=row)
    Assent.objects.get_or_create(meeting=row, member=member)
    if waiting_for(row):
        return row
    settle(row, now)
    tapping.revoke(meeting=row, now=now, purposes=[TapPurpose.ACCEPT])
    tell(
        news=News(Kind.MEETING_AGREED, "REQUEST", (TapPurpose.MOVE,)),
        meeting=row,
        now=now,
    )
    return row


def settle(meeting: Meeting, now: datetime) -> None:
    """Make a meeting agreed, as its state is from here on; who said yes is forgotten."""
    meeting.state, meeting.agreed_at, meeting.another_time_at = MeetingState.AGREED, now, None
    meeting.sequence += 1
    meeting.save()
    Assent.objects.filter(meeting=meeting).delete()
    write_down(Verb.MEETING_AGREED, meeting, now, starts_at=meeting.starts_at)


def waiting_for(meeting: Meeting) -> set[int]:
    """Return the private keys of the members who have not said yes yet."""
    members = Member.objects.filter(relationship=meeting.relationship_id)
    yes = Assent.objects.filter(meeting=meeting).values_list("member_id", flat=True)
    return missing(members.values_list("pk", flat=True), yes)
