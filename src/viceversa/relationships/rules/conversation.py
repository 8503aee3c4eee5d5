"""Limits of a conversation: how long, how many, how long it can be changed, when to tell."""

from datetime import datetime, timedelta

LONGEST = 4_000  # characters
MOST_AN_HOUR = 30  # messages of one member
CHANGE_FOR = timedelta(hours=1)
LINK_HOLDS = timedelta(days=14)
TELL_AGAIN_AFTER = timedelta(days=1)


def may_change(*, written_at: datetime, now: datetime) -> bool:
    """Tell whether words can still be changed."""
    return now <= written_at + CHANGE_FOR


def is_to_be_told(*, told_at: datetime | None, words: bool, now: datetime) -> bool:
    """Tell whether a reader gets a mail about a message.

    Without the words, one mail is enough until they have looked, or a day has passed; with the
    words each message is sent, or it would be missing.
    """
    return words or told_at is None or now >= told_at + TELL_AGAIN_AFTER
