"""When a relationship ends or pauses, or somebody leaves a circle: what becomes of its meetings."""

from datetime import datetime

from django.db import transaction

from viceversa.notifications.actions import Kind
from viceversa.relationships.actions.meetings.moving import cancel
from viceversa.relationships.actions.meetings.proposing import settle, waiting_for
from viceversa.relationships.actions.meetings.repeating import cancel_together
from viceversa.relationships.actions.meetings.telling import News, tell
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Assent, Meeting, Member, Relationship, Tap
from viceversa.relationships.queries.meetings.reading import AHEAD


@transaction.atomic
def clear_ahead(*, relationship: Relationship, now: datetime) -> int:
    """Take off everything a relationship still has before it, in whatever state it is; how many.

    A series is told in one mail.
    """
    found = _ahead(relationship, now)
    for meeting in found:
        if meeting.series_id is None:
            cancel(meeting, now)
    for series in {meeting.series_id for meeting in found if meeting.series_id}:
        cancel_together([meeting for meeting in found if meeting.series_id == series], now)
    return len(found)


@transaction.atomic
def leave_meetings(*, member: Member, now: datetime) -> None:
    """Take the meetings out of the calendar of somebody who leaves a circle; the others keep them.

    Called while `member` is still in it. A time that waited for their yes alone is agreed.
    """
    for meeting in _ahead(member.relationship, now):
        tell(
            news=News(Kind.MEETING_CANCELLED, "CANCEL", to=frozenset({member.pk})),
            meeting=meeting,
            now=now,
        )
        Tap.objects.filter(meeting=meeting, member=member).revoke(now)
        Assent.objects.filter(meeting=meeting, member=member).delete()
        if meeting.state == MeetingState.PROPOSED and waiting_for(meeting) == {member.pk}:
            settle(meeting, now)
            others = frozenset(
                member.relationship.members.exclude(pk=member.pk).values_list("pk", flat=True)
            )
            tell(news=News(Kind.MEETING_AGREED, "REQUEST", to=others), meeting=meeting, now=now)


def _ahead(relationship: Relationship, now: datetime) -> list[Meeting]:
    """Return what is still to come, held until the transaction ends."""
    rows = Meeting.objects.select_for_update(of=("self",)).filter(
        relationship=relationship, state__in=AHEAD, starts_at__gt=now
    )
    return list(rows.select_related("relationship__cohort", "series").order_by("starts_at", "pk"))
