"""The end of a relationship as one of its members sees it: words, thanks, what next, letters."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from viceversa.relationships.choices import NoteScope, Prompt, RelationshipState
from viceversa.relationships.models import (
    Closing,
    Letter,
    Member,
    Nomination,
    Reflection,
    RenewalAnswer,
    Thanks,
)
from viceversa.relationships.queries.meetings import held
from viceversa.relationships.rules.closing.letters import hours_and_minutes
from viceversa.relationships.rules.closing.outcome import may_turn
from viceversa.relationships.rules.closing.times import takes_words


@dataclass(frozen=True, slots=True)
class Looked:
    """A reflection: (question, words) in order; `answers` is None where no key opens it."""

    member: Member
    private: bool
    answers: list[tuple[str, str]] | None
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Farewell:
    """The page of the end, for `viewer` only.

    What the others would like next is not in it: only how many have answered, and the outcome.
    """

    viewer: Member
    closing: Closing | None
    due_on: date | None
    outcome: str
    following: str  # public id of the next period, or empty
    meetings: int
    hours: int
    minutes: int
    mine: Looked | None
    mine_said: dict[str, str]
    theirs: list[Looked]
    my_thanks: Thanks | None
    thanks: list[Thanks]
    choice: str
    answered: int
    members: int
    may_turn: bool
    nomination: Nomination | None
    letters: list[Letter]
    takes_words: bool

    @property
    def open(self) -> bool:
        """Tell whether it waits for answers."""
        return self.viewer.relationship.state == RelationshipState.CLOSING

    @property
    def over(self) -> bool:
        """Tell whether the relationship is closed."""
        return self.viewer.relationship.state == RelationshipState.CLOSED

    @property
    def ending(self) -> bool:
        """Tell whether it is coming to its end, or has."""
        return self.open or self.over


def farewell(viewer: Member, *, now: datetime) -> Farewell:
    """Return the end of the viewer's relationship; a constant number of queries."""
    relationship = viewer.relationship
    closing = Closing.objects.filter(relationship=relationship).select_related("following").first()
    lengths = [meeting.minutes for meeting in held(relationship)]
    hours, minutes = hours_and_minutes(lengths)
    members = list(Member.objects.filter(relationship=relationship).select_related("person"))
    answers = dict(RenewalAnswer.objects.filter(member__in=members).values_list("member", "choice"))
    mine, theirs, said = _reflections(viewer, members)
    thanks = list(Thanks.objects.filter(author__in=members).select_related("author__person"))
    return Farewell(
        viewer=viewer,
        closing=closing,
        due_on=closing.due_on if closing else None,
        outcome=closing.outcome if closing else "",
        following=closing.following.public_id if closing and closing.following else "",
        meetings=len(lengths),
        hours=hours,
        minutes=minutes,
        mine=mine,
        mine_said=said,
        theirs=theirs,
        my_thanks=next((one for one in thanks if one.author_id == viewer.pk), None),
        thanks=[one for one in thanks if one.author_id != viewer.pk],
        choice=answers.get(viewer.pk, ""),
        answered=len(answers),
        members=len(members),
        may_turn=may_turn(relationship.format),
        nomination=Nomination.objects.filter(member=viewer).select_related("person").first(),
        letters=list(Letter.objects.filter(member=viewer)),
        takes_words=takes_words(
            state=relationship.state, closed_at=relationship.closed_at, now=now
        ),
    )


def _reflections(
    viewer: Member, members: list[Member]
) -> tuple[Looked | None, list[Looked], dict[str, str]]:
    """Return the viewer's reflection, the shared ones of others, and the viewer's own words."""
    mine, said = None, dict[str, str]()
    theirs = []
    rows = Reflection.objects.filter(author__in=members).select_related("author__person")
    for row in rows.order_by("written_at", "pk"):
        if row.author_id == viewer.pk:
            words = _words(row)
            mine, said = _looked(row, words), words or {}
        elif row.scope == NoteScope.SHARED:
            theirs.append(_looked(row, row.answers))
    return mine, theirs, said


def _words(row: Reflection) -> dict[str, str] | None:
    if row.scope == NoteScope.SHARED:
        return dict(row.answers)
    opened = row.words()
    return None if opened is None else dict(json.loads(opened))


def _looked(row: Reflection, words: dict[str, str] | None) -> Looked:
    return Looked(
        member=row.author,
        private=row.scope == NoteScope.PRIVATE,
        answers=None
        if words is None
        else [(str(code.label), words[code]) for code in Prompt if code in words],
        written_at=row.written_at,
    )
