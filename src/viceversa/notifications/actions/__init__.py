"""The verbs: put a message into the outbox, deliver, gather, choose, take back what returned."""

from viceversa.notifications.actions.choosing import choose, choose_chat, decline, receive_again
from viceversa.notifications.actions.delivering import deliver, deliver_due, ring_due
from viceversa.notifications.actions.enqueueing import enqueue
from viceversa.notifications.actions.postbox import keep_all, sign_as
from viceversa.notifications.actions.returning import take_back, try_again
from viceversa.notifications.actions.ringing import ring_channel, ring_for
from viceversa.notifications.choices import Kind
from viceversa.notifications.rules.calendar import Calendar
from viceversa.notifications.rules.recipient import BadRecipient, Recipient

__all__ = [
    "BadRecipient",
    "Calendar",
    "Kind",
    "Recipient",
    "choose",
    "choose_chat",
    "decline",
    "deliver",
    "deliver_due",
    "enqueue",
    "keep_all",
    "receive_again",
    "ring_channel",
    "ring_due",
    "ring_for",
    "sign_as",
    "take_back",
    "try_again",
]
