"""When a planned end begins, until when it waits for answers, how long a pause may be."""

from datetime import date, datetime, timedelta

BEGINS_BEFORE = timedelta(days=21)  # before the last day of the period
LASTS = timedelta(days=21)
AFTER_THE_END = timedelta(days=7)  # answers are waited for at least so long after the last day
REMIND_BEFORE = timedelta(days=7)
LONGEST_REST = timedelta(days=183)
WORDS_AFTER = timedelta(days=30)  # reflection and thanks are still welcome so long after the end


def begins(*, state: str, until: date, today: date, held: int, planned: int) -> bool:
    """Tell whether a planned end is to begin today.

    A relationship that meets comes to it three weeks before the last day of its period, or once
    all the meetings of its preset were held; one that never met, on the last day.
    """
    if state == "active":
        return held >= planned or today >= until - BEGINS_BEFORE
    return state in {"opened", "agreed"} and today >= until


def due(*, today: date, until: date) -> date:
    """Return the day on which a planned end that begins today closes by itself."""
    return max(today + LASTS, until + AFTER_THE_END)


def takes_words(*, state: str, closed_at: datetime | None, now: datetime) -> bool:
    """Tell whether reflections and thanks can be written: while closing and some weeks after."""
    if state == "closed":
        return closed_at is not None and now <= closed_at + WORDS_AFTER
    return state == "closing"


def rest_fault(*, today: date, until: date) -> str:
    """Return `past` or `far` where a pause cannot last until that day, else an empty text."""
    if until <= today:
        return "past"
    return "far" if until > today + LONGEST_REST else ""


def next_period(*, today: date, months: int) -> date:
    """Return the last day of a renewed period of so many months (of thirty days and a half)."""
    return today + timedelta(days=round(months * 30.5))
