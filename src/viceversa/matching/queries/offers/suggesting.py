"""People one might ask, with everybody else in mind; and what somebody has asked already.

The engine ranks by the worth of a pair less the price of the other person, so that the popular are
not overrun. Whoever looks sees up to five, in the order of their names and without a figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from viceversa import engine
from viceversa.matching.choices import ProposalState
from viceversa.matching.models import Ask, Offer, Round
from viceversa.matching.queries.exchange import exchange_codes
from viceversa.matching.queries.offers.places import taken_places
from viceversa.matching.queries.offers.why import why
from viceversa.matching.queries.roster import load
from viceversa.matching.queries.solved import solved
from viceversa.matching.rules import question as questions
from viceversa.matching.rules.question import Question
from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.models import Cohort, Enrolment, Pause
from viceversa.programmes.queries.topics import names
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.relationships.queries import open_places

MOST = 5
LOOKED_AT = 15  # of the engine's answer, for those who drop out
AT_ONCE = 250_000  # possible pairs that are solved while the page waits
KEPT = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who would suit, with plain reasons; `gives` and `gets` are topic names."""

    enrolment: Enrolment
    line: str
    reasons: Sequence[str]
    gives: Sequence[str]
    gets: Sequence[str]


@dataclass(frozen=True, slots=True)
class Search:
    """The place of somebody who may ask: suggestions, or the request that waits.

    `has_room` counts relationships alone: that a round holds a place for somebody is told to them
    when their turn to be asked has come, not before.
    `too_early`: the cohort is too large to be asked at once and has no answer of a round yet.
    """

    enrolment: Enrolment
    allowed: bool
    has_room: bool
    request: Offer | None
    asked: Enrolment | None
    suggestions: Sequence[Suggestion]
    too_early: bool = False


def searches(person: Person) -> list[Search]:
    """Return a person's places in open cohorts, each with whom they might ask."""
    places = Enrolment.objects.filter(
        person=person, state=EnrolmentState.ADMITTED, cohort__state=CohortState.OPEN
    )
    rows = places.select_related("cohort__programme", "person").order_by("cohort__starts_on", "pk")
    return [search(enrolment) for enrolment in rows]


def search(enrolment: Enrolment) -> Search:
    """Return one place with whom its person might ask."""
    cohort = enrolment.cohort
    allowed = cohort.state == CohortState.OPEN and read_policy(cohort.policy).consent.requests
    request = open_request(enrolment)
    asks = allowed and request is None and has_room(enrolment)
    found = suggestions(enrolment) if asks else ()
    return Search(
        enrolment=enrolment,
        allowed=allowed,
        has_room=open_places(cohort)[enrolment.pk] < enrolment.maximum,
        request=request,
        asked=_asked(request, enrolment) if request else None,
        suggestions=found or (),
        too_early=found is None,
    )


def has_room(enrolment: Enrolment) -> bool:
    """Tell whether somebody admitted takes one more partner, and is not paused."""
    if enrolment.state != EnrolmentState.ADMITTED:
        return False
    if Pause.objects.filter(enrolment=enrolment).exists():
        return False
    return taken_places(enrolment.cohort)[enrolment.pk] < enrolment.maximum


def open_request(enrolment: Enrolment) -> Offer | None:
    """Return what somebody has asked and nobody has answered yet."""
    asks = Ask.objects.filter(
        enrolment=enrolment, turn=1, offer__round=None, offer__state=ProposalState.OFFERED
    )
    ask = asks.select_related("offer").first()
    return ask.offer if ask else None


def asked_before(enrolment: Enrolment) -> set[int]:
    """Return the enrolments somebody has asked, whatever became of it: nobody is asked twice."""
    offers = Ask.objects.filter(enrolment=enrolment, turn=1, offer__round=None).values("offer")
    others = Ask.objects.filter(offer__in=offers, turn=2)
    return set(others.values_list("enrolment_id", flat=True))


def _asking(enrolment: Enrolment) -> set[int]:
    """Return the enrolments that ask for somebody just now: they wait for an answer already."""
    asks = Ask.objects.filter(
        enrolment=enrolment, turn=2, offer__round=None, offer__state=ProposalState.OFFERED
    )
    askers = Ask.objects.filter(offer__in=asks.values("offer"), turn=1)
    return set(askers.values_list("enrolment_id", flat=True))


def suggestions(enrolment: Enrolment) -> Sequence[Suggestion] | None:
    """Return up to five people, by name; None where that would take too long before a round."""
    cohort = enrolment.cohort
    question = _question(cohort)
    mine = question.person_of.get(enrolment.pk)
    if mine is None:
        return ()
    answer = _answer(cohort, question)
    if answer is None:
        return None
    problem, solution = answer
    seats = problem.mentee_at if enrolment.role == "mentee" else problem.mentor_at
    if mine not in seats:
        return ()
    ranked = engine.suggestions(problem, solution, mine, enrolment.role, LOOKED_AT)
    other_role = "mentor" if enrolment.role == "mentee" else "mentee"
    keys = [question.enrolments.get((each.person, other_role), 0) for each in ranked]
    before = asked_before(enrolment) | _asking(enrolment)
    chosen = [key for key in keys if key and key not in before][:MOST]
    rows = Enrolment.objects.filter(pk__in=chosen).select_related("person__unit", "cohort")
    ordered = rows.order_by("person__sort_name", "person__first_name", "pk")
    called = names()
    return [_suggestion(question, enrolment, other, called) for other in ordered]


def _suggestion(
    question: Question, mine: Enrolment, other: Enrolment, called: dict[str, str]
) -> Suggestion:
    mentor, mentee = (other, mine) if mine.role == "mentee" else (mine, other)
    pair = question.pair(mentor.pk, mentee.pk)
    person = other.person
    unit = person.unit.name if person.unit else ""
    codes = exchange_codes(question, *pair)
    return Suggestion(
        enrolment=other,
        line=", ".join(part for part in (person.title, unit, person.site) if part),
        reasons=why(question, *pair, reader=mine.role),
        gives=[called.get(code, code) for code in codes.gives],
        gets=[called.get(code, code) for code in codes.gets],
    )


def _question(cohort: Cohort) -> Question:
    """Return the question the cohort asks now, without any coordinator’s decisions."""
    loaded = load(cohort, cohort.starts_on)
    places = loaded.enrolments
    return Question(
        roster=loaded.roster,
        policy=read_policy(cohort.policy),
        pins={},
        bans=frozenset(),
        together=frozenset(
            (mentor, mentee)
            for mentor, mentee in loaded.together
            if (mentor, "mentor") in places and (mentee, "mentee") in places
        ),
        enrolments=places,
    )


def _answer(cohort: Cohort, question: Question) -> tuple[engine.Problem, engine.Solution] | None:
    """Return prices of everybody: of today where the cohort is small, else of its last round."""
    shape = question.problem.shape
    if shape[0] * shape[1] <= AT_ONCE:
        return _solved_now(questions.pack(question))
    last = Round.objects.filter(cohort=cohort, answers__isnull=False).order_by("-number").first()
    known = solved(last) if last else None
    return (known.problem, known.solution) if known else None


@lru_cache(maxsize=KEPT)
def _solved_now(packed: bytes) -> tuple[engine.Problem, engine.Solution]:
    """Solve a question once in this process: equal questions are packed into equal bytes."""
    problem = questions.unpack(packed).problem
    return problem, engine.solve(problem)


def _asked(request: Offer, enrolment: Enrolment) -> Enrolment | None:
    asks = Ask.objects.filter(offer=request).exclude(enrolment=enrolment)
    other = asks.select_related("enrolment__person__unit").first()
    return other.enrolment if other else None
