"""What somebody asked about a pair is shown: who, what goes each way, why, the rhythm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from viceversa.accounts.models import User
from viceversa.kernel import links
from viceversa.matching.choices import ProposalState, Said
from viceversa.matching.models import Ask, OfferLink
from viceversa.matching.queries.checking import question_of_some
from viceversa.matching.queries.offers.why import why
from viceversa.matching.rules.offers import LATER_DAYS
from viceversa.matching.rules.question import Question
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries.topics import names
from viceversa.programmes.rules.timeline import RHYTHMS, Rhythm
from viceversa.relationships.choices import Format

PEOPLE = (
    "enrolment__person__unit",
    "enrolment__cohort__programme",
    "offer__round",
    "offer__relationship",
)


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody proposed; `reasons` say why the two would suit each other."""

    person: Person
    role: str
    line: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """The page of a question: `waiting` while an answer is possible, else what was said.

    `gives` and `gets` are topic names: what the mentors share and what the mentee gives back.
    """

    ask: Ask
    mine: Enrolment
    partners: Sequence[Partner]
    more_asked: bool
    gives: Sequence[str]
    gets: Sequence[str]
    topics: Sequence[str]
    rhythm: Rhythm
    waiting: bool
    may_postpone: bool
    later: Sequence[int]

    @property
    def circle(self) -> bool:
        """Whether it is about a circle, where everybody gives and receives."""
        return self.ask.offer.format == Format.CIRCLE

    @property
    def request(self) -> bool:
        """Whether a person asked, and not a round."""
        return self.ask.offer.is_request

    @property
    def mentors(self) -> Sequence[Person]:
        """The mentors, the reader included where they are one."""
        return self._of("mentor")

    @property
    def mentees(self) -> Sequence[Person]:
        """The mentees, the reader included where they are one."""
        return self._of("mentee")

    def _of(self, role: str) -> Sequence[Person]:
        own = [self.mine.person] if self.mine.role == role else []
        return [*own, *(partner.person for partner in self.partners if partner.role == role)]


def link_of(token: str, now: datetime) -> OfferLink | None:
    """Return the link of a token if it still opens something."""
    return links.of_token(_alive(now), token)


def link_alive(link_id: int, now: datetime) -> OfferLink | None:
    """Return a link that was opened in a session if it still opens something."""
    return _alive(now).filter(pk=link_id).first()


def own_ask(user: User, public_id: str) -> Ask | None:
    """Return a question to the person behind a user, once their turn has come."""
    if not user.is_active:
        return None
    rows = Ask.objects.filter(enrolment__person__user=user, asked_at__isnull=False)
    return rows.select_related(*PEOPLE).filter(public_id=public_id).first()


def asks_under_way(person: Person) -> list[Ask]:
    """Return the questions to a person whose offer is open, the first to run out first."""
    rows = Ask.objects.filter(enrolment__person=person, offer__state=ProposalState.OFFERED)
    return list(rows.select_related(*PEOPLE).order_by("expires_at", "pk"))


def open_questions(asks: Iterable[Ask], now: datetime) -> list[Ask]:
    """Return what was asked and is not answered, of the questions under way."""
    return [
        ask
        for ask in asks
        if ask.asked_at and ask.said in (Said.NOTHING, Said.LATER) and _in_time(ask, now)
    ]


def question(ask: Ask, now: datetime) -> Asked:
    """Return the page of a question to one person."""
    offer, mine = ask.offer, ask.enrolment
    others = list(
        Ask.objects.filter(offer=offer)
        .exclude(pk=ask.pk)
        .select_related("enrolment__person__unit")
        .order_by("turn", "position")
    )
    shown = [each.enrolment for each in others if _is_shown(ask, each)]
    asked = question_of_some(mine.cohort, [mine, *shown], _policy(ask))
    called = names()
    return Asked(
        ask=ask,
        mine=mine,
        partners=[_partner(asked, mine, each, circle=_circle(ask)) for each in shown],
        more_asked=len(shown) < len(others),
        gives=[called.get(code, code) for code in offer.exchange.get("mentor", ())],
        gets=[called.get(code, code) for code in offer.exchange.get("mentee", ())],
        topics=_in_the_air(asked) if _circle(ask) else (),
        rhythm=RHYTHMS[mine.cohort.preset],
        waiting=offer.is_open and ask.said in (Said.NOTHING, Said.LATER) and _in_time(ask, now),
        may_postpone=not offer.is_request and ask.ask_again_on is None,
        later=LATER_DAYS,
    )


def _is_shown(mine: Ask, other: Ask) -> bool:
    """Two mentors of one mentee are shown to each other once the relationship has opened."""
    if _circle(mine) or mine.enrolment.role != other.enrolment.role:
        return True
    return mine.offer.state == ProposalState.ACCEPTED


def _circle(ask: Ask) -> bool:
    return ask.offer.format == Format.CIRCLE


def _in_time(ask: Ask, now: datetime) -> bool:
    return ask.expires_at is not None and ask.expires_at > now


def _policy(ask: Ask) -> dict[str, object]:
    policy: dict[str, object] = (ask.offer.round or ask.enrolment.cohort).policy
    return policy


def _partner(asked: Question, mine: Enrolment, other: Enrolment, *, circle: bool) -> Partner:
    person = other.person
    unit = person.unit.name if person.unit else ""
    reasons: Sequence[str] = ()
    pair = (other, mine) if mine.role == "mentee" else (mine, other)
    if not circle and {pair[0].pk, pair[1].pk} <= asked.person_of.keys():
        reasons = why(asked, *asked.pair(pair[0].pk, pair[1].pk), reader=mine.role)
    line = ", ".join(part for part in (person.title, unit, person.site) if part)
    return Partner(person, other.role, line, reasons)


def _in_the_air(asked: Question) -> list[str]:
    """Return the topics that somebody of a circle wants and another can share."""
    wanted = {code for place in asked.roster.places for code, _weight in place.wants}
    offered = {code for place in asked.roster.places for code, _level in place.offers}
    called = names()
    return sorted(called.get(code, code) for code in wanted & offered)


def _alive(now: datetime) -> QuerySet[OfferLink]:
    """Keep what holds still, of people still there."""
    rows = links.alive(OfferLink, now).exclude(ask__enrolment__person__status=PersonStatus.LEFT)
    return rows.select_related(*(f"ask__{path}" for path in PEOPLE))
