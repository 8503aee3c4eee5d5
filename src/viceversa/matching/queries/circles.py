"""Circles of a round: the same people as mixed teams instead of pairs, from the same question."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import QuerySet

from viceversa import engine
from viceversa.matching.models import Answer, Round
from viceversa.matching.queries.solved import solved
from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.question import Question
from viceversa.programmes.models import Enrolment

FEWEST, MOST, USUAL = 3, 8, 6
MOST_PEOPLE = 250  # beyond, a page would wait too long for its circles
KEPT = 8


@dataclass(frozen=True, slots=True)
class Member:
    """Someone in a circle; `role` is that of the enrolment the seat comes from."""

    enrolment: Enrolment
    role: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A team: its members, how far their wishes are met among them (0 to 1), what it could not
    keep (`faults`, codes of the engine), topics that change hands in it, and topics wanted that
    nobody in it can share (`unmet`).
    """

    members: Sequence[Member]
    met: float
    faults: Sequence[str]
    topics: Sequence[str]
    unmet: Sequence[str]

    @property
    def units(self) -> int:
        """From how many units the members come."""
        return len({member.enrolment.person.unit_id for member in self.members})


@dataclass(frozen=True, slots=True)
class Teams:
    """All circles of a round for one wanted size. `gap` is 0 where they are proven best; `digest`
    names exactly these circles, so that what was looked at is what is opened.
    """

    circles: Sequence[Circle]
    wanted: int
    gap: float | None
    proven: bool
    without: Sequence[Enrolment]
    digest: str

    @property
    def people(self) -> int:
        """How many seats there are."""
        return sum(len(circle.members) for circle in self.circles)


def size_of(round: Round) -> int:
    """Return how many people the last question of a round has."""
    known = solved(round)
    return len({place.person for place in known.question.roster.places}) if known else 0


def teams(round: Round, wanted: int = USUAL) -> Teams | None:
    """Return the circles of a round's people around a wanted size, or None before its answer.

    Pins keep two people in one circle, exclusions keep them apart.
    """
    key = Answer.objects.filter(round=round).values_list("public_id", flat=True).first()
    known = solved(round)
    if key is None or known is None:
        return None
    found = _formed(round.pk, key, min(max(wanted, FEWEST), MOST))
    question = known.question
    rows = _enrolments(question)
    circles = [_circle(circle, question, rows) for circle in found.circles]
    return Teams(
        circles=circles,
        wanted=wanted,
        gap=found.gap,
        proven=found.proven,
        without=[_seat(person, question, rows).enrolment for person in found.without],
        digest=_digest(found),
    )


@lru_cache(maxsize=KEPT)
def _formed(round_id: int, answer: str, wanted: int) -> engine.Circles:
    known = solved(Round.objects.get(pk=round_id))
    assert known is not None, answer
    question, problem = known.question, known.problem
    return engine.form_circles(
        list(problem.people.values()),
        [*problem.mentees, *problem.mentors],
        engine.CirclePolicy(FEWEST, MOST, wanted, question.policy.rules.line_depth),
        together=sorted(question.pins),
        apart=sorted(question.bans),
    )


def _circle(circle: engine.Circle, question: Question, rows: dict[int, Enrolment]) -> Circle:
    teller = teller_of(question)
    wanted: set[str] = set()
    offered: set[str] = set()
    for place in question.roster.places:
        if place.person in circle.members:
            wanted |= {code for code, _weight in place.wants}
            offered |= {code for code, _level in place.offers}
    return Circle(
        members=[_seat(person, question, rows) for person in circle.members],
        met=circle.complementarity,
        faults=sorted(circle.faults),
        topics=sorted(teller.topic(code) for code in wanted & offered),
        unmet=sorted(teller.topic(code) for code in wanted - offered),
    )


def _seat(person: str, question: Question, rows: dict[int, Enrolment]) -> Member:
    """The seat of a person: as a mentor where the person has both roles."""
    role = "mentor" if (person, "mentor") in question.enrolments else "mentee"
    return Member(rows[question.enrolments[person, role]], role)


def _enrolments(question: Question) -> dict[int, Enrolment]:
    keys = sorted(question.enrolments.values())
    found: dict[int, Enrolment] = {}
    for start in range(0, len(keys), 500):
        rows: QuerySet[Enrolment] = Enrolment.objects.select_related("person", "person__unit")
        found |= {row.pk: row for row in rows.filter(pk__in=keys[start : start + 500])}
    return found


def _digest(found: engine.Circles) -> str:
    text = "\n".join(" ".join(circle.members) for circle in found.circles)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
