"""Mails about a concern: that something is there, and nothing more. Anybody may see a mailbox."""

from datetime import datetime

from viceversa.notifications.actions import Kind, enqueue
from viceversa.people.models import Person
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.models import Concern


def tell_counsellor(concern: Concern, *, now: datetime, overdue: bool = False) -> None:
    """Write to the counsellor; `overdue` where the promised time is over."""
    path = f"/counsel/{concern.public_id}/"
    _tell(Kind.CONCERN_WAITING, concern.counsellor, {"path": path, "overdue": overdue}, now)


def tell_author(concern: Concern, *, now: datetime) -> None:
    """Write to the author; the way leads over their own first page, so that no address tells."""
    _tell(Kind.CONCERN_ANSWER, concern.author.person, {"path": "/home/"}, now)


def _tell(kind: Kind, person: Person, context: dict[str, object], now: datetime) -> None:
    recipient = recipient_of(person)
    if recipient is not None:
        enqueue(kind=kind, recipient=recipient, context=context, now=now)
