"""Delivering: claim, send, record. A crash in between costs at most one repeat of the same mail.

Mail and chat have a sweep each, so that a chat service that hangs holds up no mail.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from viceversa.notifications.actions.gathering import gather_due
from viceversa.notifications.actions.posting import Answer, post
from viceversa.notifications.actions.returning import note_gone
from viceversa.notifications.actions.ringing import post_to_chat
from viceversa.notifications.choices import DeliveryState, Road
from viceversa.notifications.models import Message
from viceversa.notifications.queries.sent import keeps_all
from viceversa.notifications.queries.wishes import quiet_hours
from viceversa.notifications.rules.recipient import zone_of
from viceversa.notifications.rules.timing import BACK_OFF, LEASE, RINGS, next_audible, next_try

AT_ONCE = 200  # messages of one sweep; the next sweep takes the rest
REPEATS = 1  # of a mail of which nobody knows whether it left
PATIENCE = 3  # refusals of a chat service in one sweep: each may take seconds of waiting
TRIES = {Road.MAIL: len(BACK_OFF) + 1, Road.CHAT: RINGS}


def deliver(*, message_id: int, now: datetime) -> Answer | None:
    """Send one message and record the answer; None where it is not to be sent (now).

    Three steps of which the middle one is in no transaction: a process that dies there leaves the
    message `sending`. When its lease is over the sweep sends it once more, under the same
    Message-ID; if that is cut off as well, it is given up.
    """
    message = _claim(message_id, now)
    if message is None:
        return None
    folder = keeps_all()
    by_chat = message.road == Road.CHAT
    answer = post_to_chat(message) if by_chat else post(message, into_folder=folder)
    _record(message, answer, now, keep_words=folder)
    return answer


def deliver_due(*, now: datetime) -> int:
    """Write the digests that are due and send what waits; return how many were sent.

    Stops when the mail server does not answer: the rest stays due.
    """
    gather_due(now=now)
    return _sweep(Road.MAIL, now, patience=1)


def ring_due(*, now: datetime) -> int:
    """Send the words in the chat that are due; return how many the service took.

    One reader it does not know stops nobody else's; a service that is away stops the sweep.
    """
    return _sweep(Road.CHAT, now, patience=PATIENCE)


def _sweep(road: Road, now: datetime, *, patience: int) -> int:
    """Deliver what is due on a road until `patience` of it was not answered."""
    waits = Q(state=DeliveryState.WAITING, due_at__lte=now)
    cut_off = Q(state=DeliveryState.SENDING, leased_until__lte=now)
    due = Message.objects.filter(waits | cut_off, road=road).order_by("due_at", "pk")
    sent = 0
    for pk in list(due.values_list("pk", flat=True)[:AT_ONCE]):
        answer = deliver(message_id=pk, now=now)
        patience -= answer is not None and answer.reason == "unanswered"
        if not patience:
            break
        sent += answer is not None and answer.outcome == "sent"
    return sent


@transaction.atomic
def _claim(message_id: int, now: datetime) -> Message | None:
    """Mark a message as being sent; None where somebody else has it or nothing is to be done."""
    message = Message.objects.select_for_update().filter(pk=message_id).first()
    if message is None:
        return None
    lease = message.leased_until  # held while it is being sent, and only then
    if lease is not None and lease <= now:
        message.interruptions += 1
        if message.interruptions > REPEATS:
            _settle(message, DeliveryState.FAILED, now, reason="interrupted")
            return None
    elif message.state != DeliveryState.WAITING:
        return None
    message.state = DeliveryState.SENDING
    message.leased_until = now + LEASE
    message.attempts += 1
    message.save(update_fields=["state", "leased_until", "attempts", "interruptions"])
    return message


@transaction.atomic
def _record(message: Message, answer: Answer, now: datetime, *, keep_words: bool) -> None:
    """Write down what became of a try."""
    if answer.outcome == "sent":
        _settle(message, DeliveryState.SENT, now, keep_words=keep_words)
        return
    most = TRIES[Road(message.road)]
    again = next_try(now, message.attempts, most=most) if answer.outcome == "later" else None
    if again is None:
        _settle(message, DeliveryState.FAILED, now, reason=answer.reason)
        if answer.gone:
            note_gone(email=message.email, status=answer.reason, now=now)
        return
    quiet = quiet_hours(message.recipient_key)
    zone = zone_of(message.time_zone)
    message.state, message.leased_until = DeliveryState.WAITING, None
    message.due_at = again if message.urgent else next_audible(again, zone, quiet)
    message.reason = answer.reason
    message.save(update_fields=["state", "leased_until", "due_at", "reason"])


def _settle(
    message: Message,
    state: DeliveryState,
    now: datetime,
    *,
    reason: str = "",
    keep_words: bool = False,
) -> None:
    """End a message's way. Its words go: personal links and names need not lie in the outbox."""
    message.state, message.reason, message.settled_at = state, reason, now
    message.leased_until = None
    if not keep_words:
        message.subject = message.text = message.html = ""
        message.calendar = None
    message.save()
