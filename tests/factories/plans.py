"""Meetings to prepare and to look back on, for the tests of agendas and what follows."""

from datetime import datetime, timedelta
from typing import Any

from tests.cast import THEN
from tests.factories.relationships import Bond
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting


def a_meeting(bond: Bond, starts_at: datetime | None = None, **more: Any) -> Meeting:
    """Return an agreed meeting of a relationship, five days ahead unless said otherwise."""
    return Meeting.objects.create(
        relationship=bond.relationship,
        starts_at=starts_at or THEN + timedelta(days=5),
        **{"state": MeetingState.AGREED, "minutes": 45, "proposed_at": THEN, "agreed_at": THEN}
        | more,
    )


def a_meeting_held(bond: Bond, days_ago: int = 3) -> Meeting:
    """Return a meeting that took place."""
    at = THEN - timedelta(days=days_ago)
    return a_meeting(bond, at, state=MeetingState.HELD, held_at=at + timedelta(hours=1))
