"""The busy times in somebody's calendar, and nothing else of it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

MOST = 5_000  # busy times kept of one calendar
MOST_EVENTS = 20_000
TOO_OFTEN = {"SECONDLY", "MINUTELY"}  # no calendar of a person; a way to keep a server busy


class UnreadableCalendar(ValueError):
    """The text is no calendar, or holds more than can be read."""


@dataclass(frozen=True, slots=True, order=True)
class Busy:
    """From `start` to just before `end`, both in UTC."""

    start: datetime
    end: datetime


def busy_times(content: bytes, since: datetime, until: datetime, zone: ZoneInfo) -> list[Busy]:
    """Return the busy times between two moments, repetitions and exceptions included, joined.

    Cancelled events and those that are “free” do not count. Times without a zone, and whole days,
    count in `zone`, that of the calendar's owner. Raises UnreadableCalendar.
    """
    try:
        calendar = Calendar.from_ical(content)
        components = list(calendar.walk())
    except Exception as error:  # whatever a stranger's file does to the parser
        raise UnreadableCalendar from error
    if calendar.name != "VCALENDAR" or len(components) > MOST_EVENTS or _endless(components):
        raise UnreadableCalendar
    found = _of_events(calendar, since, until, zone)
    for component in components:
        if component.name == "VFREEBUSY":
            found += _of_free_busy(component, zone)
    cut = [
        Busy(max(each.start, since), min(each.end, until))
        for each in found
        if each.start < until and each.end > since
    ]
    return _joined(cut)[:MOST]


def _endless(components: list[Any]) -> bool:
    rules = (component.get("RRULE") for component in components)
    each = (one for rule in rules for one in (rule if isinstance(rule, list) else [rule]) if one)
    return any(str(freq).upper() in TOO_OFTEN for one in each for freq in one.get("FREQ", []))


def _of_events(calendar: Any, since: datetime, until: datetime, zone: ZoneInfo) -> list[Busy]:
    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    try:
        events = query.between(since, until)
    except Exception as error:  # see above
        raise UnreadableCalendar from error
    found = []
    for event in events[:MOST_EVENTS]:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        if str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
            continue
        with suppress(ValueError, TypeError, KeyError, AttributeError, OverflowError):
            start = event["DTSTART"].dt
            found += _span(start, event["DTEND"].dt if "DTEND" in event else start, zone)
    return found


def _of_free_busy(component: Any, zone: ZoneInfo) -> list[Busy]:
    """Return the periods of a VFREEBUSY that are not marked free."""
    entries = component.get("FREEBUSY", [])
    found = []
    for entry in entries if isinstance(entries, list) else [entries]:
        periods = entry if isinstance(entry, list) else [entry]
        for period in periods:
            kind = str(getattr(period, "params", {}).get("FBTYPE", "BUSY")).upper()
            with suppress(ValueError, TypeError, AttributeError, OverflowError):
                if kind != "FREE":
                    found += _span(period.start, period.end, zone)
    return found


def _span(start: date, end: date, zone: ZoneInfo) -> list[Busy]:
    """Return one busy time; none where it ends as it begins. A whole day is a day of `zone`."""
    if not isinstance(start, datetime) and end <= start:
        end = start + timedelta(days=1)
    begin, finish = _moment(start, zone), _moment(end, zone)
    return [Busy(begin, finish)] if begin < finish else []


def _moment(value: date, zone: ZoneInfo) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(), zone)
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def _joined(spans: list[Busy]) -> list[Busy]:
    result: list[Busy] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Busy(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
