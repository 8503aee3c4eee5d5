"""The mails about a meeting, each with what its reader's calendar needs to know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils import translation

from viceversa.notifications.actions import Calendar, Kind, Recipient, enqueue
from viceversa.notifications.rules.icalendar import Entry, Method, Someone, write
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.actions.meetings import tapping
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Meeting, Member
from viceversa.relationships.queries.meetings import naming
from viceversa.relationships.queries.meetings.delegates import Reader, readers
from viceversa.relationships.queries.meetings.entries import Told, entry_of, series_entries
from viceversa.relationships.queries.meetings.free import seats

PAGE = "/together/{relationship}/meetings/"
SOON = timedelta(hours=24)  # what is so near does not wait for the end of quiet hours


@dataclass(frozen=True, slots=True)
class News:
    """What is to be told: the kind, its calendar method if any, and the links it carries.

    `to` narrows it to some members (their private keys); `facts` are further words of the kind.
    """

    kind: Kind
    method: Method | None = None
    taps: tuple[TapPurpose, ...] = ()
    to: frozenset[int] | None = None
    facts: tuple[tuple[str, object], ...] = ()


def tell(*, news: News, meeting: Meeting, now: datetime, series: Sequence[Meeting] = ()) -> int:
    """Write the mail to everybody it concerns, delegates as chosen; return how many.

    With `series`, its meetings are told in one mail of which `meeting` is the first.
    """
    members = seats(meeting.relationship_id)
    concerned = [m for m in members if news.to is None or m.pk in news.to]
    told = 0
    for reader in readers(concerned):
        recipient = recipient_of(reader.person)
        if recipient is not None:
            _write(_Letter(news, meeting, series, members, reader, recipient, now))
            told += 1
    return told


@dataclass(frozen=True, slots=True)
class _Letter:
    """One mail: what is told of which meeting, or series, to whom of its members."""

    news: News
    meeting: Meeting
    series: Sequence[Meeting]
    members: list[Member]
    reader: Reader
    recipient: Recipient
    now: datetime


def _write(letter: _Letter) -> None:
    news, meeting, reader, now = letter.news, letter.meeting, letter.reader, letter.now
    with translation.override(letter.recipient.language):
        others = naming.joined(m.person.name for m in letter.members if m.pk != reader.member.pk)
        attachment = _calendar(letter)
    links = {
        f"{purpose.value}_path": tapping.issue(
            meeting=meeting, reader=reader, purpose=purpose, now=now
        )
        for purpose in news.taps
    }
    enqueue(
        kind=news.kind,
        recipient=letter.recipient,
        context={
            "others": others,
            "principal": reader.member.person.name if reader.delegation else "",
            **_facts(meeting, len(letter.series)),
            **links,
            **dict(news.facts),
        },
        now=now,
        about=f"meeting:{meeting.public_id}",
        attachment=attachment,
        urgent=now <= meeting.starts_at <= now + SOON,
    )


def _facts(meeting: Meeting, together: int) -> dict[str, object]:
    """Return what any mail about a meeting may say of it; `together` counts a series."""
    relationship = meeting.relationship
    return {
        "starts_at": meeting.starts_at,
        "ends_at": meeting.starts_at + timedelta(minutes=meeting.minutes),
        "minutes": meeting.minutes,
        "short": meeting.keep_alive,
        "place": meeting.place,
        "video": meeting.video_url,
        "number": naming.number_of(meeting),
        "of": naming.planned(relationship),
        "every_weeks": meeting.series.every_weeks if together and meeting.series else 0,
        "count": together,
        "page": PAGE.format(relationship=relationship.public_id),
    }


def _calendar(letter: _Letter) -> Calendar | None:
    """Return what the reader's calendar is told, None where it needs to hear nothing."""
    news, meeting, series = letter.news, letter.meeting, letter.series
    if news.method is None or (news.method == "REQUEST" and meeting.state == MeetingState.HELD):
        return None
    told = Told(
        members=letter.members,
        reader=letter.reader,
        zone=letter.recipient.zone,
        stamp=letter.now,
        organiser=organiser(),
        page=settings.PUBLIC_URL + PAGE.format(relationship=meeting.relationship.public_id),
    )
    entries: list[Entry]
    whole = series[0].series if series else None
    if whole is not None and news.method == "REQUEST":
        entries = series_entries(whole, list(series), told)
    else:
        entries = [entry_of(each, told) for each in (series or [meeting])]
    return Calendar(method=news.method, content=write(news.method, entries))


def organiser() -> Someone:
    """Return who invites: this instance, at the address that replies come back to."""
    name, email = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return Someone(name or settings.ORGANISATION or "Viceversa", email)
