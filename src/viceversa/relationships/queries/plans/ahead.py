"""The meetings somebody has to prepare as mentor, so that a plan can be used in one."""

from dataclasses import dataclass
from datetime import datetime

from viceversa.relationships.choices import MeetingState, MemberRole, RelationshipState
from viceversa.relationships.models import Meeting, Member

AHEAD = (MeetingState.PROPOSED, MeetingState.AGREED)
MOST = 6


@dataclass(frozen=True, slots=True)
class MeetingAhead:
    """A meeting to come: with whom, when, and where its agenda is."""

    meeting: Meeting
    relationship: str
    names: str


def meetings_to_prepare(user: int, now: datetime) -> list[MeetingAhead]:
    """Return the next meetings of a user (private key) as mentor, the earliest first."""
    mine = Member.objects.filter(person__user=user, role=MemberRole.MENTOR)
    rows = (
        Meeting.objects.filter(
            relationship__in=mine.values("relationship"), state__in=AHEAD, starts_at__gt=now
        )
        .exclude(relationship__state=RelationshipState.CLOSED)
        .select_related("relationship")
        .order_by("starts_at", "pk")[:MOST]
    )
    found = list(rows)
    names: dict[int, list[str]] = {}
    others = Member.objects.filter(relationship__in={row.relationship_id for row in found})
    for seat in others.exclude(person__user=user).select_related("person"):
        names.setdefault(seat.relationship_id, []).append(seat.person.first_name)
    return [
        MeetingAhead(row, row.relationship.public_id, ", ".join(names.get(row.relationship_id, [])))
        for row in found
    ]
