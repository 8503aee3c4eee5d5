"""What whoever coordinates may know of meetings: dates, states, whether an agenda was sent."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.relationships.choices import AgendaState, MeetingState
from viceversa.relationships.models import Agenda, Meeting, Relationship

SENT = (AgendaState.SENT, AgendaState.APPROVED)


@dataclass(frozen=True, slots=True)
class Outline:
    """One meeting from outside."""

    starts_at: datetime
    state: str
    agenda_sent: bool


def outline(relationship: Relationship) -> list[Outline]:
    """Return the meetings not taken off, the newest first; two queries, no words among them."""
    sent = set(
        Agenda.objects.filter(meeting__relationship=relationship, state__in=SENT).values_list(
            "meeting", flat=True
        )
    )
    rows = Meeting.objects.filter(relationship=relationship).exclude(state=MeetingState.CANCELLED)
    return [
        Outline(row.starts_at, row.get_state_display(), row.pk in sent)
        for row in rows.order_by("-starts_at", "-pk")
    ]
