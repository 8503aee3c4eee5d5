"""Messages that came back, and addresses that answer no more."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Address, Message
from viceversa.notifications.rules.returned import read


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A message of ours that came back; `gone` where nothing more will be sent to its address."""

    message: Message
    status: str
    gone: bool


@transaction.atomic
def take_back(*, content: bytes, now: datetime) -> list[TakenBack]:
    """Read one mail from the mailbox of returns and mark what it is about; [] for any other mail.

    Only the Message-ID of a mail that was sent from here counts, so that a forged return can stop
    nobody's messages; the address is marked only where the return names the one it was sent to.
    Reading the same mail again changes nothing.
    """
    found = []
    for returned in read(content):
        sent = Message.objects.select_for_update().filter(
            message_id=returned.message_id, state=DeliveryState.SENT
        )
        for message in sent:
            message.state, message.reason = DeliveryState.RETURNED, returned.status[:60]
            message.save(update_fields=["state", "reason"])
            gone = returned.gone and returned.email == message.email.lower()
            if gone:
                note_gone(email=message.email, status=returned.status, now=now)
            found.append(TakenBack(message, returned.status, gone))
    return found


def note_gone(*, email: str, status: str, now: datetime) -> None:
    """Send nothing more to an address, until someone says otherwise."""
    if not Address.objects.filter(email__iexact=email).exists():
        Address.objects.create(email=email, status=status[:20], since=now)


@transaction.atomic
def try_again(*, email: str) -> bool:
    """Count an address as reachable again; False where it already was."""
    deleted, _ = Address.objects.filter(email__iexact=email).delete()
    return deleted > 0
