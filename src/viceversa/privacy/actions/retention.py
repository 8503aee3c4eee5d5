"""Deleting what has passed its day: every shelf in a transaction of its own, counted and on record.

Run twice it deletes once; broken off, it goes on the next night.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from viceversa.audit.actions import forget_lines, lines_before, record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.privacy.queries.shelves import SHELVES, Shelf, start_of_day, today

AUDIT = "audit lines"


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many rows of a shelf went, or would go: those that ended before `before`."""

    shelf: str
    days: int
    before: date
    rows: int


def would_delete(*, now: datetime) -> list[Deleted]:
    """Return what the next night would delete; nothing changes."""
    counted = [
        _told(shelf, now, sum(rows.count() for rows in shelf.overdue(now))) for shelf in SHELVES
    ]
    days, before = _audit_clock(now)
    return [*counted, Deleted(AUDIT, days, before, lines_before(start_of_day(before)))]


def apply_retention(*, actor: Actor, now: datetime) -> list[Deleted]:
    """Delete everything past its day and return how much it was, shelf by shelf.

    The lines of the audit go last, the oldest first: `viceversa check` still proves the rest.
    """
    done = [_clear(shelf, actor, now) for shelf in SHELVES]
    days, before = _audit_clock(now)
    gone = forget_lines(moment=start_of_day(before), actor=actor, now=now)
    return [*done, Deleted(AUDIT, days, before, gone)]


@transaction.atomic
def _clear(shelf: Shelf, actor: Actor, now: datetime) -> Deleted:
    found = [(rows.count(), rows) for rows in shelf.overdue(now)]
    for number, rows in found:
        if number:
            rows.delete()
    told = _told(shelf, now, sum(number for number, _rows in found))
    if told.rows:
        record(
            actor=actor,
            now=now,
            verb=Verb.RETENTION_APPLIED,
            shelf=told.shelf,
            rows=told.rows,
            before=told.before.isoformat(),
        )
    return told


def _told(shelf: Shelf, now: datetime, rows: int) -> Deleted:
    return Deleted(shelf.name, shelf.days, today(now) - timedelta(days=shelf.days), rows)


def _audit_clock(now: datetime) -> tuple[int, date]:
    days = settings.KEEP_DAYS["audit"]
    return days, today(now) - timedelta(days=days)
