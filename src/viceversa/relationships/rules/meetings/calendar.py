"""Meetings in calendars: the writer stands with the messages, where supervision uses it, too."""

from viceversa.notifications.rules.icalendar import (
    Answer,
    Entry,
    Method,
    Repeats,
    Someone,
    write,
)

__all__ = ["Answer", "Entry", "Method", "Repeats", "Someone", "write"]
