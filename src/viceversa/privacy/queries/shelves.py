"""The shelves: what is kept, by which clock, and which rows are past their time.

This is the table of retention. An end on some day counts from the end of that day, in the zone of
the organisation: with a clock of thirty days, what ended on the 1st is there on the 31st and goes
in the night after.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Model, Q, QuerySet

from viceversa.kernel.links import Link
from viceversa.measurement.models import Curiosity, SelfCheck
from viceversa.notifications.models import Message
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Import
from viceversa.programmes.models import EnrolmentFile
from viceversa.relationships.choices import ConcernState, NoteScope
from viceversa.relationships.models import (
    Agenda,
    Agreement,
    Bookmark,
    BusyFeed,
    BusyTime,
    Concern,
    Delegation,
    Entry,
    Experiment,
    FeedAddress,
    Goal,
    Note,
    Nudge,
    Question,
    Reflection,
    SharedHours,
    Takeaway,
    Thanks,
)

type Rows = Iterable[QuerySet[Model]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of thing. `clock` is one of `settings.KEEP_DAYS`, "" for what is useless at once.

    `past` returns the rows whose time was over before a moment.
    """

    name: str
    clock: str
    past: Callable[[datetime], Rows]

    @property
    def days(self) -> int:
        """For how long it is kept."""
        return settings.KEEP_DAYS[self.clock] if self.clock else 0

    def overdue(self, now: datetime) -> Rows:
        """Return the rows that are to go now."""
        return self.past(start_of_day(today(now) - timedelta(days=self.days)))


def today(now: datetime) -> date:
    """Return the day it is for the organisation."""
    return now.astimezone(_zone()).date()


def start_of_day(day: date) -> datetime:
    """Return the moment at which a day begins for the organisation."""
    return datetime.combine(day, time(), _zone())


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.ORGANISATION_TIME_ZONE)


def _private(before: datetime) -> Rows:
    """What only its author reads: after the end, or after they left a circle that goes on."""
    over = Q(author__left_at__lt=before) | Q(author__relationship__closed_at__lt=before)
    return [table.objects.filter(over, scope=NoteScope.PRIVATE) for table in (Note, Reflection)]


def _content(before: datetime) -> Rows:
    """What the members wrote to each other, and what they planned. Dates and states stay."""
    over = Q(relationship__closed_at__lt=before)
    shared = Q(scope=NoteScope.SHARED)
    return [
        Note.objects.filter(over & shared),
        *(table.objects.filter(over) for table in (Entry, Experiment, Goal, Question, Nudge)),
        *(table.objects.filter(meeting__relationship__closed_at__lt=before) for table in _MEETINGS),
        Reflection.objects.filter(shared, author__relationship__closed_at__lt=before),
        Thanks.objects.filter(author__relationship__closed_at__lt=before),
        Bookmark.objects.filter(member__relationship__closed_at__lt=before),
    ]


_MEETINGS = (Agenda, Takeaway)


def _concerns(before: datetime) -> Rows:
    """Resolved ones, once what they were about is over for their author; open ones never."""
    over = Q(author__left_at__lt=before) | Q(relationship__closed_at__lt=before)
    return [Concern.objects.filter(over, state=ConcernState.RESOLVED, resolved_at__lt=before)]


def _agreements(before: datetime) -> Rows:
    return [Agreement.objects.filter(relationship__closed_at__lt=before)]


def _answers(before: datetime) -> Rows:
    return [SelfCheck.objects.filter(cohort__ends_on__lt=before.date())]


def _leavers(before: datetime) -> Rows:
    """What belonged to somebody who has left, and to nobody else."""
    gone = Q(person__status=PersonStatus.LEFT, person__left_on__lt=before.date())
    tables = (SelfCheck, Curiosity, BusyFeed, FeedAddress, SharedHours)
    ended = Q(revoked_at__lt=before)
    return [
        *(table._default_manager.filter(gone) for table in tables),
        Delegation.objects.filter(
            ended | Q(principal__status=PersonStatus.LEFT, principal__left_on__lt=before.date())
        ),
    ]


def _links(before: datetime) -> Rows:
    over = Q(expires_at__lt=before) | Q(revoked_at__lt=before)
    tables = [table for table in apps.get_models() if issubclass(table, Link)]
    return [table._default_manager.filter(over) for table in tables]


def _busy(before: datetime) -> Rows:
    return [BusyTime.objects.filter(ends_at__lt=before)]


def _messages(before: datetime) -> Rows:
    return [Message.objects.filter(settled_at__lt=before)]


def _files(before: datetime) -> Rows:
    """Uploaded files with everything read from them, written, discarded or forgotten."""
    over = Q(finished_at__lt=before) | Q(finished_at=None, uploaded_at__lt=before)
    return [table._default_manager.filter(over) for table in (Import, EnrolmentFile)]


def _sessions(before: datetime) -> Rows:
    return [Session.objects.filter(expire_date__lt=before)]


SHELVES = (
    Shelf("private notes", "notes", _private),
    Shelf("what was shared", "content", _content),
    Shelf("concerns", "content", _concerns),
    Shelf("agreements", "agreement", _agreements),
    Shelf("self-checks", "answers", _answers),
    Shelf("what leavers had", "leavers", _leavers),
    Shelf("messages sent", "messages", _messages),
    Shelf("uploaded files", "files", _files),
    Shelf("ended links", "", _links),
    Shelf("busy times", "", _busy),
    Shelf("ended sessions", "", _sessions),
)
