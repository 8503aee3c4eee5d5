"""Concerns, for the two who may know of them: their author, and the counsellor they went to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from viceversa.people.models import Person
from viceversa.programmes.models import Programme
from viceversa.relationships.choices import ConcernState
from viceversa.relationships.models import Concern, Member

TONES = {"raised": "attention", "acknowledged": "plain", "resolved": "good"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was written; `text` is None where no key opens it any more."""

    text: str | None
    by_author: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ConcernShown:
    """A concern as one of the two reads it; `overdue` once the promised time is over."""

    concern: Concern
    state: str
    tone: str
    help: str
    said: list[Said]
    overdue: bool

    @property
    def open(self) -> bool:
        return self.concern.state != ConcernState.RESOLVED


@dataclass(frozen=True, slots=True)
class CounselFigures:
    """What waits on a counsellor's desk: not acknowledged yet, under way, with something new.

    `ever` tells whether anything was raised to them, resolved or not.
    """

    ever: bool
    waiting: int
    under_way: int
    unread: int

    @property
    def any(self) -> bool:
        return bool(self.waiting or self.under_way or self.unread)


def own_concerns(author: Member, now: datetime) -> list[ConcernShown]:
    """Return what a member raised in this relationship, the newest first; two queries."""
    return _shown(_loaded().filter(author=author), now)


def own_concern(author: Member, public_id: str) -> Concern | None:
    """Return a concern of the member's own, None for any other."""
    return _loaded().filter(author=author, public_id=public_id).first()


def has_open_concern(author: Member) -> bool:
    """Tell whether a member has a concern that is not resolved."""
    mine = Concern.objects.filter(author=author)
    return mine.exclude(state=ConcernState.RESOLVED).exists()


def counsel(person: Person, now: datetime) -> list[ConcernShown]:
    """Return what was raised to a counsellor: what waits first, then the newest; two queries."""
    rows = _shown(_loaded().filter(counsellor=person), now)
    order = list(ConcernState.values)
    return sorted(rows, key=lambda row: order.index(row.concern.state))


def counsel_one(person: Person, public_id: str, now: datetime) -> ConcernShown | None:
    """Return one concern raised to this counsellor, None for anybody else's."""
    found = _shown(_loaded().filter(counsellor=person, public_id=public_id), now)
    return found[0] if found else None


def concerns_today(person: Person) -> tuple[list[Concern], CounselFigures]:
    """Return the person's own concerns with news from the counsellor, and what waits on their desk.

    One query for whoever raises and for whoever counsels.
    """
    own = Q(author__person=person, unread_by_author=True)
    rows = list(_loaded().filter(own | Q(counsellor=person)))
    answered = [row for row in rows if row.counsellor_id != person.pk]
    desk = [row for row in rows if row.counsellor_id == person.pk]
    return answered, _figures(desk)


def _figures(desk: Iterable[Concern]) -> CounselFigures:
    states = [(row.state, row.unread_by_counsellor) for row in desk]
    return CounselFigures(
        ever=bool(states),
        waiting=sum(state == ConcernState.RAISED for state, _ in states),
        under_way=sum(state == ConcernState.ACKNOWLEDGED for state, _ in states),
        unread=sum(unread and state == ConcernState.ACKNOWLEDGED for state, unread in states),
    )


def is_counsellor(person: Person) -> bool:
    """Tell whether somebody counsels now, or has concerns of an earlier time."""
    return (
        Programme.objects.filter(counsellor=person).exists()
        or Concern.objects.filter(counsellor=person).exists()
    )


def _loaded() -> QuerySet[Concern]:
    return Concern.objects.select_related(
        "author__person__unit", "counsellor", "relationship__cohort__programme"
    )


def _shown(rows: QuerySet[Concern], now: datetime) -> list[ConcernShown]:
    return [
        ConcernShown(
            concern=row,
            state=row.get_state_display(),
            tone=TONES[row.state],
            help=row.get_help_display(),
            said=[Said(each.words(), each.by_author, each.at) for each in row.words.all()],
            overdue=row.state == ConcernState.RAISED and row.answer_by < now,
        )
        for row in rows.prefetch_related("words")
    ]
