"""The verbs: put a message into the outbox, deliver, gather, choose, take back what returned."""

from viceversa.notifications.actions.choosing import choose, decline, receive_again
from viceversa.notifications.actions.delivering import deliver, deliver_due
from viceversa.notifications.actions.enqueueing import enqueue
from viceversa.notifications.actions.postbox import keep_all, sign_as
from viceversa.notifications.actions.returning import take_back, try_again
from viceversa.notifications.choices import Kind
from viceversa.notifications.rules.calendar import Calendar
from viceversa.notifications.rules.recipient import BadRecipient, Recipient

__all__ = [
    "BadRecipient",
    "Calendar",
    "Kind",
    "Recipient",
    "choose",
    "decline",
    "deliver",
    "deliver_due",
    "enqueue",
    "keep_all",
    "receive_again",
    "sign_as",
    "take_back",
    "try_again",
]
