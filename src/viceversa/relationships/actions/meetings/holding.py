"""“We met”: confirming a meeting, or writing down one that took place elsewhere."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.actions.meetings.gate import (
    NEUTRAL,
    UnableToMeet,
    check_ahead,
    locked,
    overlapping,
    write_down,
)
from viceversa.relationships.actions.moving import move as move_relationship
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Assent, Meeting, Member, Relationship
from viceversa.relationships.models.meeting import LONGEST, SHORTEST
from viceversa.relationships.rules.meetings.slots import SHORT

BEFORE_OPENING = timedelta(days=7)  # a coffee that came before the paperwork counts


@transaction.atomic
def confirm_held(*, meeting: Meeting, member: Member, now: datetime) -> Meeting:
    """Say that a meeting took place; when the other says it, too, nothing changes.

    The first one makes an agreed relationship active.
    """
    row = locked(meeting, member)
    if row.state == MeetingState.HELD:
        return row
    check_ahead(row)
    if row.relationship.state == RelationshipState.CLOSED:
        raise UnableToMeet(_("This relationship has come to its end: no more meetings are kept."))
    if row.starts_at > now:
        raise UnableToMeet(_("This meeting is still to come: say so once you have met."))
    row.state, row.held_at, row.another_time_at = MeetingState.HELD, row.starts_at, None
    row.save()
    Assent.objects.filter(meeting=row).delete()
    tapping.revoke(meeting=row, now=now)
    _note(row, now)
    return row


@transaction.atomic
def log_held(
    *, member: Member, starts_at: datetime, minutes: int, place: str = "", now: datetime
) -> Meeting:
    """Write down a meeting that was planned elsewhere and has taken place."""
    relationship = Relationship.objects.select_for_update().get(pk=member.relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        raise UnableToMeet(_("This relationship has come to its end: no more meetings are kept."))
    if not SHORTEST <= minutes <= LONGEST:
        raise UnableToMeet(_("A meeting lasts from 10 minutes to 4 hours."))
    if starts_at > now:
        raise UnableToMeet(_("This time is still to come: propose it as a meeting instead."))
    if starts_at < relationship.opened_at - BEFORE_OPENING:
        raise UnableToMeet(_("This is before your relationship began: look at the date again."))
    if overlapping(relationship, starts_at, minutes, (MeetingState.HELD,)):
        raise UnableToMeet(_("A meeting at this time is written down already."))
    meeting = Meeting.objects.create(
        relationship=relationship,
        state=MeetingState.HELD,
        starts_at=starts_at,
        minutes=minutes,
        keep_alive=minutes <= SHORT,
        place=place.strip()[:200],
        logged=True,
        proposed_at=now,
        held_at=starts_at,
    )
    _note(meeting, now)
    return meeting


def _note(meeting: Meeting, now: datetime) -> None:
    """Write it down; a relationship whose agreement is signed has now begun."""
    write_down(Verb.MEETING_HELD, meeting, now, starts_at=meeting.starts_at)
    if meeting.relationship.state == RelationshipState.AGREED:
        move_relationship(
            relationship=meeting.relationship,
            to=RelationshipState.ACTIVE,
            actor=NEUTRAL,
            now=now,
        )
