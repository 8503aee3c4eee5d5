"""A person's calendars: what their private feed holds, and what they subscribed to."""

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from viceversa.kernel.links import digest
from viceversa.notifications.rules.icalendar import Entry, Someone, write
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.relationships.choices import (
    FeedResult,
    MeetingState,
    MemberRole,
    RelationshipState,
)
from viceversa.relationships.models import BusyFeed, Delegation, FeedAddress, Meeting, Member
from viceversa.relationships.queries.meetings.entries import Told, entry_of
from viceversa.relationships.queries.meetings.free import zone_of_person

BACK = timedelta(days=90)  # what is older has no place in a calendar that is read every hour
SHOWN = (MeetingState.PROPOSED, MeetingState.AGREED, MeetingState.HELD)


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A calendar somebody subscribed to; of its address only the server is shown again."""

    public_id: str
    server: str
    result: str
    fine: bool
    looked_at: datetime | None
    read_at: datetime | None
    busy: int


def owner_of(token: str) -> Person | None:
    """Return whose feed an address is, None where it ended or its owner has left."""
    found = (
        FeedAddress.objects.filter(digest=digest(token))
        .exclude(person__status=PersonStatus.LEFT)
        .select_related("person")
        .first()
    )
    return found.person if found else None


def feed_address(person: Person) -> FeedAddress | None:
    """Return since when somebody has a private address."""
    return FeedAddress.objects.filter(person=person).first()


def feed_of(person: Person, organiser: Someone, now: datetime) -> tuple[bytes, str]:
    """Return a person's meetings as a calendar, and the ETag of this version.

    The dates somebody looks after for others stand in it as well, with times and names alone, and
    are gone with the next reading once the delegation is.
    """
    mine = set(Member.objects.filter(person=person).values_list("relationship_id", flat=True))
    looked_after = _looked_after(person) - mine
    meetings = Meeting.objects.filter(
        relationship__in=mine | looked_after, state__in=SHOWN, starts_at__gt=now - BACK
    ).exclude(relationship__state=RelationshipState.CLOSED, state__in=SHOWN[:2])
    found = list(meetings.select_related("relationship", "series").order_by("starts_at", "pk"))
    seats: dict[int, list[Member]] = {}
    rows = Member.objects.filter(relationship__in={m.relationship_id for m in found})
    for seat in rows.select_related("person"):
        seats.setdefault(seat.relationship_id, []).append(seat)
    entries = []
    for each in found:
        entry = _entry(each, seats.get(each.relationship_id, []), person, organiser)
        theirs = each.relationship_id in looked_after
        entries.append(replace(entry, place="", link="", text="") if theirs else entry)
    content = write("PUBLISH", entries, name=_("Meetings, Viceversa"))
    return content, f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def _looked_after(person: Person) -> set[int]:
    """Return the relationships whose dates a person handles for a mentee, as of now."""
    in_force = Delegation.objects.filter(
        delegate=person, delegate__status=PersonStatus.ACTIVE, revoked_at=None
    )
    seats = Member.objects.filter(person__in=in_force.values("principal"), role=MemberRole.MENTEE)
    return set(seats.values_list("relationship_id", flat=True))


def file_of(meeting: Meeting, member: Member, organiser: Someone) -> bytes:
    """Return one meeting as a calendar file for a member, or for who looks after their dates."""
    rows = Member.objects.filter(relationship=meeting.relationship_id).select_related("person")
    return write("PUBLISH", [_entry(meeting, list(rows), member.person, organiser)])


def subscriptions(person: Person) -> list[Subscribed]:
    """Return the calendars somebody subscribed to, with what became of the last look."""
    feeds = BusyFeed.objects.filter(person=person).prefetch_related("times")
    return [
        Subscribed(
            public_id=feed.public_id,
            server=urlsplit(feed.address).hostname or "",
            result=str(FeedResult(feed.result).label),
            fine=feed.result in (FeedResult.READ, FeedResult.WAITING),
            looked_at=feed.looked_at,
            read_at=feed.read_at,
            busy=len(feed.times.all()),
        )
        for feed in feeds
    ]


def subscription(person: Person, public_id: str) -> BusyFeed | None:
    """Return one of a person's own subscriptions."""
    return BusyFeed.objects.filter(person=person, public_id=public_id).first()


def _entry(meeting: Meeting, members: list[Member], person: Person, organiser: Someone) -> Entry:
    """Return a meeting for the feed; one of a series stands by itself, under its own name."""
    page = f"{settings.PUBLIC_URL}/together/{meeting.relationship.public_id}/meetings/"
    told = Told(
        members=members,
        reader=None,
        zone=zone_of_person(person),
        stamp=_changed_at(meeting),  # not “now”: the same meetings make the same bytes
        organiser=organiser,
        page=page,
    )
    return replace(entry_of(meeting, told), uid=meeting.uid, replaces=None)


def _changed_at(meeting: Meeting) -> datetime:
    known = (meeting.proposed_at, meeting.agreed_at, meeting.held_at, meeting.another_time_at)
    return max(moment for moment in known if moment is not None).astimezone(UTC)
