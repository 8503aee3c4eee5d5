"""Appointments as iCalendar objects (RFC 5545) and scheduling messages (RFC 5546).

The organiser is always this instance, so that replies come back to it and nobody's name stands
behind a move. Whatever people wrote is escaped by the writer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress, vRecur, vText

PRODUCT = "-//Viceversa//Meetings//EN"

type Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
type Answer = Literal["ACCEPTED", "NEEDS-ACTION"]


@dataclass(frozen=True, slots=True)
class Someone:
    """A name and an address; `answer` and `copy` count for attendees alone.

    `copy` is a delegate, who is told but not asked.
    """

    name: str
    email: str
    answer: Answer = "NEEDS-ACTION"
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Repeats:
    """Every so many weeks, so often; `except_at` are starts that are taken off."""

    every_weeks: int
    count: int
    except_at: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One meeting, or a whole series, as one person's calendar should show it.

    Times are aware; they are written in `zone`. `replaces` is the start that a single meeting of a
    series had at first. `status` is one of the values of RFC 5545 for events.
    """

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    zone: ZoneInfo
    title: str
    text: str
    place: str
    link: str
    status: Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
    stamp: datetime
    organiser: Someone
    attendees: tuple[Someone, ...] = ()
    repeats: Repeats | None = None
    replaces: datetime | None = None
    remind: bool = False


def write(method: Method, entries: Sequence[Entry], *, name: str = "") -> bytes:
    """Return the calendar object, with the time zones it speaks of.

    `name` is how a subscribed feed calls itself.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval;value=duration", "PT1H")
        calendar.add("x-published-ttl", "PT1H")
    for entry in entries:
        calendar.add_component(_event(entry))
    _zones(calendar, entries)
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    """Return one VEVENT."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("summary", _line(entry.title))
    start = entry.starts_at.astimezone(entry.zone)
    event.add("dtstart", start)
    end = entry.starts_at.astimezone(UTC) + timedelta(minutes=entry.minutes)
    event.add("dtend", end.astimezone(entry.zone))
    event.add("status", entry.status)
    event.add("class", "PRIVATE")  # colleagues who see a calendar see “busy”
    event.add("transp", "OPAQUE")
    if entry.text:
        event.add("description", entry.text)
    if entry.place or entry.link:
        event.add("location", _line(entry.place or entry.link))
    if entry.link:
        event.add("url", entry.link)
    _people(event, entry)
    _repetition(event, entry)
    if entry.remind:
        event.add_component(_alarm(entry.title))
    return event


def _people(event: Event, entry: Entry) -> None:
    """Say who invites, and who is invited."""
    event["organizer"] = _address(entry.organiser)
    for someone in entry.attendees:
        address = _address(someone)
        address.params["CUTYPE"] = vText("INDIVIDUAL")
        address.params["ROLE"] = vText("NON-PARTICIPANT" if someone.copy else "REQ-PARTICIPANT")
        address.params["PARTSTAT"] = vText(someone.answer)
        if someone.answer == "NEEDS-ACTION" and not someone.copy:
            address.params["RSVP"] = vText("TRUE")
        event.add("attendee", address, encode=False)


def _repetition(event: Event, entry: Entry) -> None:
    """Say that it repeats, or that it stands in for one repetition."""
    if entry.replaces:
        event.add("recurrence-id", entry.replaces.astimezone(entry.zone))
    if not entry.repeats:
        return
    rule = {"freq": "weekly", "interval": entry.repeats.every_weeks, "count": entry.repeats.count}
    event.add("rrule", vRecur(rule))
    for moment in entry.repeats.except_at:
        event.add("exdate", moment.astimezone(entry.zone))


def _alarm(title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(title))
    alarm.add("trigger", timedelta(minutes=-15))
    return alarm


def _address(someone: Someone) -> vCalAddress:
    """Return an address with a name in which nothing can end the quotation it stands in."""
    address = vCalAddress(f"mailto:{someone.email}")
    address.params["CN"] = vText(_line(someone.name).replace('"', "’"))
    return address


def _line(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


def _zones(calendar: Calendar, entries: Iterable[Entry]) -> None:
    """Add a VTIMEZONE for every zone in use, for the years the entries span."""
    moments = [entry.starts_at for entry in entries]
    if not moments:
        return
    first = min(moments) - timedelta(days=400)
    weeks = max((e.repeats.every_weeks * e.repeats.count for e in entries if e.repeats), default=0)
    last = max(moments) + timedelta(days=400, weeks=weeks)
    calendar.add_missing_timezones(first_date=first.date(), last_date=last.date())
