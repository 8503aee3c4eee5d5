"""Mails about agendas and experiments: that there is one and where, never what it says."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.models import Meeting, Member
from viceversa.relationships.rules.plans import due_at


def tell(kind: Kind, member: Member, meeting: Meeting, now: datetime, *, role: str) -> None:
    """Tell everybody else of a role in the member’s relationship about the agenda of a meeting."""
    others = _members(meeting).exclude(pk=member.pk).filter(role=role)
    _send(kind, others, member.person.first_name, meeting, now)


def remind(kind: Kind, meeting: Meeting, now: datetime, *, role: str) -> None:
    """Remind everybody of a role about the agenda of a meeting."""
    _send(kind, _members(meeting).filter(role=role), "", meeting, now)


def tell_one(kind: Kind, member: Member, reader: Member, now: datetime) -> None:
    """Tell one member of the relationship what `member` did; it leads to their page."""
    recipient = recipient_of(reader.person)
    if recipient:
        public_id = member.relationship.public_id
        enqueue(
            kind=kind,
            recipient=recipient,
            context={"by": member.person.first_name, "path": f"/together/{public_id}/"},
            now=now,
            about=f"relationship:{public_id}",
        )


def _members(meeting: Meeting) -> QuerySet[Member]:
    return Member.objects.filter(relationship=meeting.relationship_id).select_related("person")


def _send(kind: Kind, readers: Iterable[Member], by: str, meeting: Meeting, now: datetime) -> None:
    public_id = meeting.relationship.public_id
    for reader in readers:
        recipient = recipient_of(reader.person)
        if recipient is None:
            continue
        enqueue(
            kind=kind,
            recipient=recipient,
            context={
                "by": by,
                "starts_at": meeting.starts_at,
                "due_at": due_at(meeting.starts_at),
                "minutes": meeting.minutes,
                "path": f"/together/{public_id}/agenda/{meeting.public_id}/",
            },
            now=now,
            about=f"relationship:{public_id}",
        )
