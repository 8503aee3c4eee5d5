"""Calendars kept elsewhere: fetching one by its address, and the busy times in it."""

from viceversa.integrations.calendars.busy import Busy, UnreadableCalendar, busy_times
from viceversa.integrations.calendars.client import Answer, fetch
from viceversa.integrations.calendars.guarding import Refused, check

__all__ = [
    "Answer",
    "Busy",
    "Refused",
    "UnreadableCalendar",
    "busy_times",
    "check",
    "fetch",
]
