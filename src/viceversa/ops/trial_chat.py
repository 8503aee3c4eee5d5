"""The chat: is its configuration usable, and does a test message leave?"""

from collections.abc import Iterator

from viceversa.ops.checkup import Finding

ADVICE = "Check VICEVERSA_CHAT_URL and VICEVERSA_CHAT_CHANNEL_URL; docs/administrator/chat.md."
REFUSED = "The lines above say what it answered. " + ADVICE


def configured() -> Iterator[Finding]:
    """Say of each address that is set which service it belongs to; send nothing."""
    from django.conf import settings

    from viceversa.integrations import chat

    somebody = "nobody@viceversa.example"
    addresses = {
        "chat": chat.filled(settings.CHAT_URL, somebody),
        "chat channel": settings.CHAT_CHANNEL_URL,
    }
    for subject, address in addresses.items():
        if address:
            try:
                text = f"{chat.check(address)}; “--{_option(subject)}” sends a test message"
                yield Finding(subject, "ok", text)
            except chat.Unusable as error:
                yield Finding(subject, "problem", f"{error}", ADVICE)


def _option(subject: str) -> str:
    return "chat ADDRESS" if subject == "chat" else "channel"


def to_person(email: str) -> Finding:
    """Send a test message to one person's chat, on the same way as every other."""
    from django.conf import settings

    from viceversa.kernel.clock import now
    from viceversa.notifications.actions import BadRecipient, Recipient, ring_for

    stopped = _stopped(settings.CHAT_URL, "VICEVERSA_CHAT_URL")
    if stopped:
        return stopped
    try:
        recipient = Recipient(
            key="trial", email=email, name="", language="en", time_zone=settings.TIME_ZONE
        )
    except BadRecipient as error:
        remedy = "Write one address: name@company.example"
        return Finding("chat message", "problem", f"{error}.", remedy)
    return _delivered(ring_for(recipient=recipient, now=now()).pk, email)


def to_channel() -> Finding:
    """Send a test message to the coordinators' channel."""
    from django.conf import settings

    from viceversa.kernel.clock import now
    from viceversa.notifications.actions import ring_channel

    stopped = _stopped(settings.CHAT_CHANNEL_URL, "VICEVERSA_CHAT_CHANNEL_URL")
    if stopped:
        return stopped
    message = ring_channel(now=now(), trial=True)
    assert message is not None  # set, and not the sample company
    return _delivered(message.pk, "the channel")


def _stopped(address: str, setting: str) -> Finding | None:
    """Say why no test message can leave, None where it can."""
    from viceversa.notifications.queries.sent import keeps_all

    if not address:
        return Finding("chat message", "problem", f"{setting} is not set", ADVICE)
    if keeps_all():
        return Finding("chat message", "ok", "the sample company sends nothing")
    return None


def _delivered(message_id: int, to: str) -> Finding:
    from viceversa.kernel.clock import now
    from viceversa.notifications.actions import deliver

    answer = deliver(message_id=message_id, now=now())
    if answer is None or answer.outcome == "sent":  # None: a worker was quicker
        return Finding("chat message", "ok", f"handed to the service for {to}")
    return Finding("chat message", "problem", f"the service did not take it for {to}", REFUSED)
