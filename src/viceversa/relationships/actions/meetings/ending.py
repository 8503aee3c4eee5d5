"""When a relationship ends or pauses: what becomes of its meetings."""

from datetime import datetime

from django.db import transaction

from viceversa.relationships.actions.meetings.moving import cancel
from viceversa.relationships.actions.meetings.repeating import cancel_together
from viceversa.relationships.models import Meeting, Relationship
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


def _ahead(relationship: Relationship, now: datetime) -> list[Meeting]:
    """Return what is still to come, held until the transaction ends."""
    rows = Meeting.objects.select_for_update(of=("self",)).filter(
        relationship=relationship, state__in=AHEAD, starts_at__gt=now
    )
    return list(rows.select_related("relationship__cohort", "series").order_by("starts_at", "pk"))
