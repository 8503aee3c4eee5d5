"""A word in the chat that there is a message: written beside the mail, sent by itself."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from viceversa.integrations import chat
from viceversa.notifications.actions.posting import Answer
from viceversa.notifications.choices import CHANNEL, Kind, Road
from viceversa.notifications.messages.bell import Bell, bell, channel_bell
from viceversa.notifications.models import Message
from viceversa.notifications.queries.sent import keeps_all
from viceversa.notifications.queries.wishes import quiet_hours, rings
from viceversa.notifications.rules.recipient import Recipient, zone_of
from viceversa.notifications.rules.timing import Quiet, next_audible

ONCE_IN = timedelta(days=1)  # a channel hears of the list once a day at most


def ring_beside(
    *, kind: Kind, recipient: Recipient, about: str, urgent: bool, now: datetime
) -> Message | None:
    """Write the word that goes with a mail, where chat is on and its reader wants it."""
    if not settings.CHAT_URL or not rings(recipient.key, kind) or keeps_all():
        return None
    due = now if urgent else next_audible(now, recipient.zone, quiet_hours(recipient.key))
    return _write(bell(kind, recipient.language), recipient, kind, about, urgent, now, due)


def ring_for(*, recipient: Recipient, words: Bell, now: datetime) -> Message:
    """Write one word to one reader whatever they wish: the test of whoever runs this instance."""
    return _write(words, recipient, Kind.TEST, "", True, now, now)


@transaction.atomic
def ring_channel(*, now: datetime, trial: Bell | None = None) -> Message | None:
    """Write to the coordinators' channel, once a day at most; a trial goes at once."""
    if not settings.CHAT_CHANNEL_URL or keeps_all():
        return None
    lately = Message.objects.filter(kind=CHANNEL, created_at__gt=now - ONCE_IN)
    if trial is None and lately.exists():
        return None
    words = trial or channel_bell()
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
    words: Bell,
    recipient: Recipient,
    kind: Kind,
    about: str,
    urgent: bool,
    now: datetime,
    due: datetime,
) -> Message:
    return Message.objects.create(
        kind=kind,
        about=about,
        recipient_key=recipient.key,
        email=recipient.email,
        name=recipient.name,
        language=recipient.language,
        time_zone=recipient.time_zone,
        urgent=urgent,
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
