"""The day on which somebody may like to be reminded of a small experiment."""

from datetime import date, timedelta

SATURDAY = 5
PAUSE = timedelta(days=3)


def next_reminder(today: date, meeting_on: date | None) -> date:
    """Return a working day in about three days, and before the next meeting if it is that near."""
    day = _working(today + PAUSE)
    if meeting_on and today + timedelta(days=1) < meeting_on <= day:
        day = meeting_on - timedelta(days=1)
        while day.weekday() >= SATURDAY and day > today + timedelta(days=1):
            day -= timedelta(days=1)
    return day


def _working(day: date) -> date:
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day
