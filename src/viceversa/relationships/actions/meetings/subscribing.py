"""Subscribing to a calendar kept elsewhere, of which nothing but busy times is kept."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.integrations.calendars import (
    Answer,
    Busy,
    Refused,
    UnreadableCalendar,
    busy_times,
    check,
    fetch,
)
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships.actions.meetings.noting import note_calendar
from viceversa.relationships.choices import FeedResult
from viceversa.relationships.models import BusyFeed, BusyTime
from viceversa.relationships.queries.meetings.free import zone_of_person

MOST = 5  # calendars of one person
AHEAD = timedelta(days=42)  # a little more than free times are shown for
AGAIN = timedelta(hours=2)
AT_ONCE = 40  # calendars of one run


class UnableToSubscribe(UnableTo):
    """This calendar cannot be read from here."""


@transaction.atomic
def subscribe(*, person: Person, address: str, actor: Actor, now: datetime) -> BusyFeed:
    """Note an address, to be read by the next job; nothing is fetched here."""
    wanted = address.strip()
    try:
        parts = check(wanted)
    except Refused as error:
        raise UnableToSubscribe(_sentence(error.code)) from None
    Person.objects.select_for_update().get(pk=person.pk)
    mine = BusyFeed.objects.filter(person=person)
    there = mine.filter(address=parts.geturl()).first()
    if there:
        return there
    if mine.count() >= MOST:
        raise UnableToSubscribe(_("Five calendars are read for you already: remove one first."))
    feed = BusyFeed.objects.create(person=person, address=parts.geturl(), added_at=now)
    note_calendar(person, actor, now, "subscribed")
    return feed


@transaction.atomic
def unsubscribe(*, feed: BusyFeed, actor: Actor, now: datetime) -> None:
    """Forget a calendar and every busy time that came from it."""
    person = feed.person
    feed.delete()
    note_calendar(person, actor, now, "unsubscribed")


def read_feeds(*, now: datetime) -> int:
    """Read every calendar that is due; return how many were looked at."""
    due = BusyFeed.objects.filter(looked_at=None) | BusyFeed.objects.filter(
        looked_at__lte=now - AGAIN
    )
    feeds = list(due.select_related("person").order_by("looked_at", "pk")[:AT_ONCE])
    for feed in feeds:
        read_feed(feed=feed, now=now)
    return len(feeds)


def read_feed(*, feed: BusyFeed, now: datetime, answer: Answer | None = None) -> FeedResult:
    """Fetch one calendar and keep its busy times; where that fails, those known stay.

    `answer` stands for the fetch where it was made already.
    """
    # The first look of a day reads it all: what is kept ends six weeks after it was read.
    today = feed.looked_at is not None and feed.looked_at.date() == now.date()
    answer = answer or fetch(feed.address, etag=feed.etag if today else "")
    times: list[Busy] | None = None
    result = {
        "unchanged": FeedResult.READ,
        "read": FeedResult.READ,
        "refused": FeedResult.REFUSED,
        "too-large": FeedResult.TOO_LARGE,
    }.get(answer.result, FeedResult.UNREACHABLE)
    if answer.result == "read":
        try:
            times = busy_times(answer.content, now, now + AHEAD, zone_of_person(feed.person))
        except UnreadableCalendar:
            result = FeedResult.UNREADABLE
    _keep(feed, result, times, answer.etag, now)
    return result


@transaction.atomic
def _keep(
    feed: BusyFeed, result: FeedResult, times: list[Busy] | None, etag: str, now: datetime
) -> None:
    row = BusyFeed.objects.select_for_update().filter(pk=feed.pk).first()
    if row is None:  # removed while it was being read
        return
    row.result, row.looked_at = result, now
    if result == FeedResult.READ:
        row.read_at = now
    if times is not None:
        row.etag = etag
        row.times.all().delete()
        BusyTime.objects.bulk_create(
            [BusyTime(feed=row, starts_at=time.start, ends_at=time.end) for time in times],
            batch_size=500,
        )
    row.save()


def _sentence(code: str) -> str:
    """Return why an address is not accepted, and what to do."""
    return {
        "scheme": _("The address must begin with https:// or webcal://."),
        "port": _("The address may not name a port: use the one the calendar hands out."),
        "user": _("The address may not hold a name or password: use a private address instead."),
        "private": _("This address lies inside a network: only calendars on the internet count."),
        "long": _("The address is too long: copy it again from your calendar."),
    }.get(code, _("This is not an address: copy it again from your calendar."))
