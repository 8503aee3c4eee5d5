"""A word in the chat that there is a message: written beside the mail, sent by itself."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from viceversa.integrations import chat
from viceversa.notifications.actions.posting import Answer
from viceversa.notifications.choices import CHANNEL, DeliveryState, Kind, Road
from viceversa.notifications.messages.bell import Bell, bell, channel_bell, trial_bell
from viceversa.notifications.models import Message
from viceversa.notifications.queries.sent import keeps_all
from viceversa.notifications.queries.wishes import quiet_hours, rings
from viceversa.notifications.rules.recipient import Recipient, zone_of
from viceversa.notifications.rules.timing import Quiet, next_audible

ONCE_IN = timedelta(days=1)  # a channel hears of the list once a day at most


def ring_beside(mail: Message, recipient: Recipient, *, now: datetime) -> None:
    """Write the word that goes with a mail, where chat is on and its reader wants it.

    None goes with what is gathered or declined; an address gone for mail rings all the same.
    """
    kind = Kind(mail.kind)
    held = mail.state not in {DeliveryState.WAITING, DeliveryState.UNREACHABLE}
    if held or not settings.CHAT_URL or not rings(recipient.key, kind) or keeps_all():
        return
    quiet = quiet_hours(recipient.key)
    due = now if mail.urgent else next_audible(now, recipient.zone, quiet)
    _write(kind, recipient, bell(kind, recipient.language), now, due, about=mail.about)


def ring_for(*, recipient: Recipient, now: datetime) -> Message:
    """Write a test to one reader, as whoever runs this instance asks for."""
    return _write(Kind.TEST, recipient, trial_bell(recipient.language), now, now)


@transaction.atomic
def ring_channel(*, now: datetime, trial: bool = False) -> Message | None:
    """Write to the coordinators' channel, once a day at most; a trial whenever it is asked for."""
    if not settings.CHAT_CHANNEL_URL or keeps_all():
        return None
    lately = Message.objects.filter(kind=CHANNEL, created_at__gt=now - ONCE_IN)
    if not trial and lately.exists():
        return None
    words = trial_bell("en") if trial else channel_bell()
    zone = settings.ORGANISATION_TIME_ZONE
    due = now if trial else next_audible(now, zone_of(zone), Quiet())
    return Message.objects.create(
        kind=Kind.TEST if trial else CHANNEL,
        recipient_key="channel",
        language="en",
        time_zone=zone,
        **_common(words, now, due),
    )


def post_to_chat(message: Message) -> Answer:
    """Hand one word to the chat service; what it will not take now is tried again."""
    to_channel = message.recipient_key == "channel"
    template = settings.CHAT_CHANNEL_URL if to_channel else settings.CHAT_URL
    if not template:
        return Answer("never", "switched-off")
    address = template if to_channel else chat.filled(template, message.email)
    try:
        taken = chat.ring(address, title=message.subject, link=message.text)
    except chat.Unusable:
        return Answer("never", "unusable")
    return Answer("sent") if taken else Answer("later", "unanswered")


def _write(
    kind: Kind, recipient: Recipient, words: Bell, now: datetime, due: datetime, *, about: str = ""
) -> Message:
    return Message.objects.create(
        kind=kind,
        about=about,
        recipient_key=recipient.key,
        email=recipient.email,
        name=recipient.name,
        language=recipient.language,
        time_zone=recipient.time_zone,
        **_common(words, now, due),
    )


def _common(words: Bell, now: datetime, due: datetime) -> dict[str, object]:
    """Return what every word in a chat has; the id is for the table, no chat knows of it."""
    return {
        "road": Road.CHAT,
        "message_id": make_msgid(domain=urlsplit(settings.PUBLIC_URL).hostname),
        "subject": words.title,
        "text": words.link,
        "created_at": now,
        "due_at": due,
    }
