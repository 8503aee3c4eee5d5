"""What every verb of meetings asks first, and in whose name it is written down: nobody's."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.choices import MeetingState, RelationshipState
from viceversa.relationships.models import Meeting, Member, Relationship
from viceversa.relationships.models.meeting import LONGEST, SHORTEST
from viceversa.relationships.queries.meetings.reading import AHEAD
from viceversa.relationships.rules.meetings.times import span_of

# Dates are the relationship's: not even the audit says who moved one, so none of its lines about
# meetings names a person, or the missing name would.
NEUTRAL = Actor(kind="system", name="relationship")
MEETING = {
    RelationshipState.OPENED,
    RelationshipState.AGREED,
    RelationshipState.ACTIVE,
    RelationshipState.CLOSING,
}
FURTHEST = timedelta(days=366)


class UnableToMeet(UnableTo):
    """The meeting cannot be proposed, moved, agreed or confirmed like this."""


def check_open(relationship: Relationship) -> None:
    """Raise where no meetings are planned any more, or for now."""
    if relationship.state == RelationshipState.PAUSED:
        raise UnableToMeet(_("This relationship is paused: resume it to plan meetings."))
    if relationship.state not in MEETING:
        raise UnableToMeet(_("This relationship has come to its end: no more meetings are kept."))


def locked(meeting: Meeting, member: Member, *, seen: int | None = None) -> Meeting:
    """Return the meeting as it is now, held until the transaction ends.

    `seen` is the sequence the person looked at: where it has changed since, nothing is done.
    """
    row = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("relationship__cohort", "series")
        .get(pk=meeting.pk)
    )
    if row.relationship_id != member.relationship_id:
        raise UnableToMeet(_("This meeting belongs to another relationship."))
    check_seen(row, seen)
    return row


def check_seen(meeting: Meeting, seen: int | None) -> None:
    """Raise where the sequence somebody looked at is no longer the meeting's."""
    if seen is not None and seen != meeting.sequence:
        raise UnableToMeet(_("The time has changed meanwhile: look at it again."))


def check_ahead(meeting: Meeting) -> None:
    """Raise where a meeting was held or taken off already."""
    if meeting.state == MeetingState.HELD:
        raise UnableToMeet(_("This meeting has taken place already."))
    if meeting.state not in AHEAD:
        raise UnableToMeet(_("This meeting was taken off: propose a new time."))


def check_time(
    relationship: Relationship,
    starts_at: datetime,
    minutes: int,
    now: datetime,
    *,
    leaving_out: Meeting | None = None,
) -> None:
    """Raise where a time is past, far away, of no sensible length, or taken by the same people."""
    if not SHORTEST <= minutes <= LONGEST:
        raise UnableToMeet(_("A meeting lasts from 10 minutes to 4 hours."))
    if starts_at <= now:
        raise UnableToMeet(_("This time is over: choose one that is still to come."))
    if starts_at > now + FURTHEST:
        raise UnableToMeet(_("Choose a time within the next twelve months."))
    if overlapping(relationship, starts_at, minutes, AHEAD, leaving_out=leaving_out):
        raise UnableToMeet(_("You have another meeting at this time: choose another time."))


def overlapping(
    relationship: Relationship,
    starts_at: datetime,
    minutes: int,
    states: tuple[str, ...],
    *,
    leaving_out: Meeting | None = None,
) -> bool:
    """Tell whether a meeting of the relationship in one of these states lies across a time."""
    wanted = span_of(starts_at, minutes)
    rows = Meeting.objects.filter(
        relationship=relationship,
        state__in=states,
        starts_at__lt=wanted.end,
        starts_at__gt=wanted.start - timedelta(minutes=LONGEST),
    )
    if leaving_out is not None:
        rows = rows.exclude(pk=leaving_out.pk)
    times = rows.values_list("starts_at", "minutes")
    return any(span_of(start, long).end > wanted.start for start, long in times)


def write_down(verb: Verb, meeting: Meeting, now: datetime, **facts: object) -> None:
    """Write the audit line of a date: which meeting and when, never who."""
    record(
        actor=NEUTRAL,
        now=now,
        verb=verb,
        subject=f"meeting:{meeting.public_id}",
        relationship=meeting.relationship.public_id,
        **facts,
    )
