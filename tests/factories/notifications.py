"""Recipients and messages for the tests."""

from datetime import UTC, datetime
from typing import Any

from viceversa.notifications.actions import Kind, Recipient, enqueue
from viceversa.notifications.models import Message

# A Monday, half past eleven in Rome: nothing is quiet.
DAY = datetime(2026, 9, 7, 9, 30, tzinfo=UTC)
NIGHT = datetime(2026, 9, 7, 21, 30, tzinfo=UTC)  # half past eleven in the evening in Rome


def recipient(**facts: Any) -> Recipient:
    """Return Nicolò, with other facts where given."""
    usual = {
        "key": "person:nicolo222222",
        "email": "nicolo@altavalle.example",
        "name": "Nicolò Pavesi",
        "language": "it",
        "time_zone": "Europe/Rome",
    }
    return Recipient(**{**usual, **facts})


def message(**facts: Any) -> Message:
    """Return a test message put into the outbox."""
    usual: dict[str, Any] = {
        "kind": Kind.TEST,
        "recipient": recipient(),
        "context": {"by": "Matteo Rinaldi"},
        "now": DAY,
    }
    return enqueue(**{**usual, **facts})
