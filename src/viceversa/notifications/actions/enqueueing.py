"""Putting a message into the outbox, in the transaction of what it tells."""

from collections.abc import Mapping
from datetime import datetime
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from viceversa.notifications.actions.ringing import ring_beside
from viceversa.notifications.choices import DeliveryState, Kind, Wish
from viceversa.notifications.messages import Written, compose
from viceversa.notifications.models import Message, Postbox, written
from viceversa.notifications.queries.wishes import is_reachable, quiet_hours, wish
from viceversa.notifications.rules.calendar import Calendar
from viceversa.notifications.rules.recipient import Recipient
from viceversa.notifications.rules.timing import next_audible, next_digest


@transaction.atomic
def enqueue(
    *,
    kind: Kind,
    recipient: Recipient,
    context: Mapping[str, object],
    now: datetime,
    about: str = "",
    attachment: Calendar | None = None,
    urgent: bool = False,
) -> Message:
    """Write a message into the outbox and, where it may ring now, enqueue its delivery.

    Its words are fixed here, in the recipient's language. It waits for the end of the recipient's
    quiet hours unless `urgent`; an optional kind follows their wish (`gathered` or `declined`); to
    an address that answers no more nothing is sent (`unreachable`). `about` is `noun:public_id`.
    """
    organisation = Postbox.objects.values_list("organisation", flat=True).first() or ""
    words = compose(kind, recipient, context, organisation=organisation)
    state, due = _plan(kind, recipient, now, urgent=urgent)
    settled = state in {DeliveryState.DECLINED, DeliveryState.UNREACHABLE}
    message = Message.objects.create(
        kind=kind,
        about=about,
        recipient_key=recipient.key,
        email=recipient.email,
        name=recipient.name,
        language=recipient.language,
        time_zone=recipient.time_zone,
        urgent=urgent,
        message_id=make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname),
        state=state,
        created_at=now,
        due_at=due,
        settled_at=now if settled else None,
        **({} if settled else _content(words, attachment)),
    )
    if state == DeliveryState.WAITING and due <= now:
        written.send(sender=Message, message=message)
    ring_beside(message, recipient, now=now)
    return message


def _content(words: Written, attachment: Calendar | None) -> dict[str, Any]:
    """Return the fields that hold what the message says, kept only until it has left."""
    return {
        "subject": words.subject,
        "text": words.text,
        "html": words.html,
        "calendar": attachment.content if attachment else None,
        "calendar_method": attachment.method if attachment else "",
    }


def _plan(
    kind: Kind, recipient: Recipient, now: datetime, *, urgent: bool
) -> tuple[DeliveryState, datetime]:
    """Return what is to become of a message, and when."""
    wanted = wish(recipient.key, kind)
    if wanted == Wish.NEVER:
        return DeliveryState.DECLINED, now
    if not is_reachable(recipient.email):
        return DeliveryState.UNREACHABLE, now
    quiet = quiet_hours(recipient.key)
    if wanted == Wish.WEEKLY and not urgent:
        return DeliveryState.GATHERED, next_digest(now, recipient.zone, quiet)
    due = now if urgent else next_audible(now, recipient.zone, quiet)
    return DeliveryState.WAITING, due
