"""What a message says: its words in one language as text and as HTML, from one template."""

from viceversa.notifications.messages.links import (
    BadToken,
    Subscription,
    read_token,
    unsubscribe_path,
)
from viceversa.notifications.messages.preview import preview
from viceversa.notifications.messages.writing import Written, compose

__all__ = [
    "BadToken",
    "Subscription",
    "Written",
    "compose",
    "preview",
    "read_token",
    "unsubscribe_path",
]
