"""Reads what an address or a form says, whatever it says."""

from datetime import datetime

LONGEST = 9  # digits: more is no page, no size and no version of ours


def number(text: str, otherwise: int) -> int:
    """Return the whole number that `text` is, or `otherwise`."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else otherwise


def slot(text: str) -> tuple[datetime, int] | None:
    """Return the start and the minutes that a button of free times sent, None for anything else."""
    start, _slash, minutes = text.partition("/")
    try:
        moment = datetime.fromisoformat(start)
    except ValueError:
        return None
    if moment.tzinfo is None or not minutes.isdecimal() or len(minutes) > 3:
        return None
    return moment, int(minutes)
