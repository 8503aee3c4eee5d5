"""The momentum guard at work: what holds is noted once and told in private, what passed is settled.

Repeated at once it changes nothing. Whoever coordinates sees a signal only from `shown_at` on, and
never who moved what: the guard itself does not know.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.notifications.actions import ring_channel
from viceversa.relationships.actions.momentum.telling import tell_people
from viceversa.relationships.choices import Signal
from viceversa.relationships.models import Nudge, Relationship
from viceversa.relationships.queries.momentum.facts import Watched, watched
from viceversa.relationships.rules.momentum import Found, signals
from viceversa.relationships.rules.momentum.signals import WATCHED

AGAIN_AFTER = timedelta(days=28)  # what was called done and still holds comes back
NEW_FOR = timedelta(days=1)  # as often as the coordinators' channel is told of the list
BY_DATES = [signal.value for signal in Signal if signal != Signal.LINE]


@dataclass(frozen=True, slots=True)
class Watch:
    """What one look of the guard led to."""

    noticed: int
    mended: int


def guard(*, now: datetime) -> Watch:
    """Look at every relationship; each in a transaction of its own, so that one fault stops one."""
    noticed = mended = 0
    for each in watched():
        new, gone = look_at(each, now=now)
        noticed, mended = noticed + new, mended + gone
    # Paused, closing, closed: there is nothing to push; a reporting line stays one until the end.
    others = Nudge.objects.filter(settled_at=None).exclude(relationship__state__in=WATCHED)
    others = others.filter(~Q(signal=Signal.LINE) | Q(relationship__state="closed"))
    mended += others.update(settled_at=now, mended=True)
    shown = Nudge.objects.filter(settled_at=None, shown_at__range=(now - NEW_FOR, now))
    if shown.exists():
        ring_channel(now=now)
    return Watch(noticed, mended)


@transaction.atomic
def look_at(each: Watched, *, now: datetime) -> tuple[int, int]:
    """Note what holds now of one relationship and settle what does not; return both counts."""
    found = {(one.signal, one.about): one for one in signals(each.facts, each.parameters, now)}
    rows = Nudge.objects.filter(relationship=each.relationship, signal__in=BY_DATES)
    current = {(row.signal, row.about): row for row in rows.filter(settled_at=None)}
    gone = [row.pk for mark, row in current.items() if mark not in found]
    Nudge.objects.filter(pk__in=gone).update(settled_at=now, mended=True)
    for mark in found.keys() & current.keys():
        _refresh(current[mark], found[mark])
    fresh = [one for mark, one in found.items() if mark not in current]
    done = _called_done(rows, fresh, now)
    new = [_notice(each.relationship, one, now) for one in fresh if one not in done]
    return len(new), len(gone)


def _called_done(rows: Iterable[Nudge], fresh: list[Found], now: datetime) -> list[Found]:
    """Return those that somebody called done a short while ago for the very same reason."""
    done = {
        (row.signal, row.about, row.since)
        for row in rows
        if row.settled_at and not row.mended and now < row.settled_at + AGAIN_AFTER
    }
    return [one for one in fresh if (one.signal, one.about, one.since) in done]


def _notice(relationship: Relationship, found: Found, now: datetime) -> Nudge:
    """Keep a new signal and tell the people, who have the days of grace for themselves.

    Where the guard comes late, as after a change of the parameters, grace begins now.
    """
    grace = found.shown_at - found.since
    nudge = Nudge.objects.create(
        relationship=relationship,
        signal=found.signal,
        about=found.about,
        since=found.since,
        facts=found.facts,
        told_at=now,
        shown_at=now + grace,
    )
    tell_people(nudge, now=now)
    record(
        actor=SYSTEM,
        now=now,
        verb=Verb.NUDGE_SENT,
        subject=f"relationship:{relationship.public_id}",
        signal=found.signal,
        to="people",
    )
    return nudge


def _refresh(nudge: Nudge, found: Found) -> None:
    """Keep the numbers of a signal up to date: days pass, dates move again."""
    if nudge.facts != found.facts or nudge.since != found.since:
        nudge.facts, nudge.since = found.facts, found.since
        nudge.save(update_fields=["facts", "since"])
