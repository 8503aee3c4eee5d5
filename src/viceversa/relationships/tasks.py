"""Jobs of relationships: the time is asked for here, and each makes one call."""

from typing import Any

from django.db import transaction
from django.tasks import task

from viceversa.kernel import clock
from viceversa.relationships.actions.care import leaving, reminding
from viceversa.relationships.actions.closing import daily
from viceversa.relationships.actions.meetings import read_feed, read_feeds, remind
from viceversa.relationships.actions.momentum import guard
from viceversa.relationships.actions.plans import remind_of_agendas, remind_of_experiments
from viceversa.relationships.actions.preparing import remind_of_briefing
from viceversa.relationships.models import BusyFeed


@task()
def guard_momentum() -> None:
    """Look where a small push helps; running twice tells once."""
    guard(now=clock.now())


@task()
def part_with_leavers() -> None:
    """End or go on where somebody has left the organisation; running twice does it once."""
    leaving.part_with_leavers(now=clock.now())


@task()
def remind_counsellors() -> None:
    """Remind of concerns that wait longer than promised; running twice reminds once."""
    reminding.remind_counsellors(now=clock.now())


@task()
def come_to_ends() -> None:
    """End pauses, begin planned ends, remind, close; running twice does each once."""
    daily(now=clock.now())


@task()
def remind_of_meetings() -> None:
    """Remind the day before, ask “Did you meet?”; running twice tells once."""
    remind(now=clock.now())


@task()
def remind_of_briefings() -> None:
    """Remind whoever meets soon and has not read the briefing; running twice reminds once."""
    remind_of_briefing(now=clock.now())


@task()
def remind_to_prepare() -> None:
    """Remind of agendas that should leave and of experiments as asked; twice reminds once."""
    remind_of_agendas(now=clock.now())
    remind_of_experiments(now=clock.now())


@task()
def read_busy_feeds() -> None:
    """Read the subscribed calendars that are due; running twice reads once."""
    read_feeds(now=clock.now())


@task()
def read_busy_feed(feed_id: int) -> None:
    """Read one calendar somebody has just subscribed to."""
    feed = BusyFeed.objects.select_related("person").filter(pk=feed_id).first()
    if feed is not None:
        read_feed(feed=feed, now=clock.now())


def after_import(sender: type, **kwargs: Any) -> None:
    """Look for leavers once a people file is written; the nightly job is the net below it."""
    transaction.on_commit(part_with_leavers.enqueue)
