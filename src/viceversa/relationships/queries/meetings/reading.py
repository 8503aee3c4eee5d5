"""The meetings of a relationship: all, the next one, those that want a word, those held."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Relationship
from viceversa.relationships.models.meeting import LONGEST

AHEAD = (MeetingState.PROPOSED, MeetingState.AGREED)


def meetings_of(relationship: Relationship) -> list[Meeting]:
    """Return every meeting, those taken off included, the earliest first; moves are loaded."""
    return list(_all(relationship))


def next_meeting(relationship: Relationship, now: datetime) -> Meeting | None:
    """Return the next meeting proposed or agreed; one under way still counts until it ends."""
    soon = _all(relationship).filter(
        state__in=AHEAD, starts_at__gt=now - timedelta(minutes=LONGEST)
    )
    return next((each for each in soon if _ends_at(each) > now), None)


def to_confirm(relationship: Relationship, now: datetime) -> list[Meeting]:
    """Return what was agreed and is over, while nobody has said whether it took place."""
    begun = _all(relationship).filter(state=MeetingState.AGREED, starts_at__lt=now)
    return [each for each in begun if _ends_at(each) <= now]


def held(relationship: Relationship) -> list[Meeting]:
    """Return the meetings that took place, those written down afterwards included."""
    return list(_all(relationship).filter(state=MeetingState.HELD))


def _all(relationship: Relationship) -> QuerySet[Meeting]:
    return (
        Meeting.objects.filter(relationship=relationship)
        .select_related("series")
        .prefetch_related("moves")
        .order_by("starts_at", "pk")
    )


def _ends_at(meeting: Meeting) -> datetime:
    return meeting.starts_at + timedelta(minutes=meeting.minutes)
