"""Meetings as entries of one reader's calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from viceversa.notifications.rules.icalendar import Answer, Entry, Repeats, Someone
from viceversa.notifications.rules.recipient import zone_of
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Member, Series
from viceversa.relationships.queries.meetings import naming
from viceversa.relationships.queries.meetings.delegates import Reader

type Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]

STATUS: dict[str, Status] = {
    MeetingState.PROPOSED: "TENTATIVE",
    MeetingState.AGREED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class Told:
    """Who reads, in which zone, and what all entries of one calendar share.

    `reader` is None for a feed, which invites nobody.
    """

    members: Sequence[Member]
    reader: Reader | None
    zone: ZoneInfo
    stamp: datetime
    organiser: Someone
    page: str


def entry_of(meeting: Meeting, told: Told) -> Entry:
    """Return one meeting; one of a series stands in for the repetition it was."""
    series = meeting.series
    return Entry(
        uid=series.uid if series else meeting.uid,
        sequence=meeting.sequence,
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        zone=zone_of(series.time_zone) if series else told.zone,
        title=naming.title(told.members),
        text=_text(meeting, told),
        place=meeting.place,
        link=meeting.video_url,
        status=STATUS[meeting.state],
        stamp=told.stamp,
        organiser=told.organiser,
        attendees=_attendees(meeting, told),
        replaces=meeting.recurs_at,
    )


def series_entries(series: Series, meetings: Sequence[Meeting], told: Told) -> list[Entry]:
    """Return a series as one repeating entry, and an entry for each meeting that differs.

    What was taken off is left out of the repetition.
    """
    ordered = sorted(meetings, key=lambda each: (each.recurs_at or each.starts_at, each.pk))
    first = entry_of(ordered[0], told)
    off = tuple(
        each.recurs_at
        for each in ordered
        if each.state == MeetingState.CANCELLED and each.recurs_at is not None
    )
    master = Entry(
        uid=series.uid,
        sequence=series.sequence,
        starts_at=ordered[0].recurs_at or ordered[0].starts_at,
        minutes=series.minutes,
        zone=zone_of(series.time_zone),
        title=first.title,
        text=first.text,
        place=first.place,
        link=first.link,
        status="CONFIRMED" if _any_agreed(ordered) else "TENTATIVE",
        stamp=told.stamp,
        organiser=told.organiser,
        attendees=first.attendees,
        repeats=Repeats(series.every_weeks, series.count, off),
    )
    apart = [
        entry_of(each, told)
        for each in ordered
        if each.state != MeetingState.CANCELLED
        and (each.starts_at != each.recurs_at or each.minutes != series.minutes)
    ]
    return [master, *apart]


def _text(meeting: Meeting, told: Told) -> str:
    lines = [meeting.video_url] if meeting.video_url and meeting.place else []
    return "\n".join([*lines, _("Confirm or move it: %(page)s") % {"page": told.page}])


def _attendees(meeting: Meeting, told: Told) -> tuple[Someone, ...]:
    """Return everybody; of a time not agreed yet nobody's answer is said.

    Otherwise calendars would show by whom a meeting was moved.
    """
    if told.reader is None:
        return ()
    answer: Answer = "ACCEPTED" if _any_agreed([meeting]) else "NEEDS-ACTION"
    people = [member.person for member in told.members if member.person.email]
    found = [Someone(person.name, person.email, answer) for person in people]
    if told.reader.delegation:
        person = told.reader.person
        found.append(Someone(person.name, person.email, answer, copy=True))
    return tuple(found)


def _any_agreed(meetings: Sequence[Meeting]) -> bool:
    return any(each.state in (MeetingState.AGREED, MeetingState.HELD) for each in meetings)
