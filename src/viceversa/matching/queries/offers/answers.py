"""What a coordinator may know of a published round: states and dates, never whose word it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from viceversa.matching.choices import DeclineReason, ProposalState, Said
from viceversa.matching.models import Ask, Offer, ReasonTally, ReasonWords, Round
from viceversa.matching.queries.offers.places import taken_places
from viceversa.matching.rules.offers import FEWEST_REASONS, FEWEST_WORDS
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.relationships.models import Member

type Standing = Literal["asked", "on", "back"]
PER_PAGE = 50
SHOWS = ("", "asked", "on", "back")
CAME_TO_NOTHING = (ProposalState.DECLINED, ProposalState.LAPSED)
WHICH: dict[str, Q] = {
    "asked": Q(state=ProposalState.OFFERED),
    "on": Q(state=ProposalState.ACCEPTED),
    "back": Q(state__in=CAME_TO_NOTHING),
}
TONES = {"asked": "attention", "on": "good", "back": "plain"}
ICONS = {"asked": "clock", "on": "check", "back": "repeat"}


@dataclass(frozen=True, slots=True)
class Line:
    """One question to some people; a no and a silence look the same."""

    public_id: str
    relationship: str
    format: str
    mentors: Sequence[str]
    mentees: Sequence[str]
    standing: Standing
    label: str
    tone: str
    icon: str
    on: datetime


@dataclass(frozen=True, slots=True)
class Answers:
    """How many questions stand where; `waiting` people are back in the queue without a partner."""

    asked: int
    on: int
    back: int
    waiting: int

    @property
    def all(self) -> int:
        """All questions of the round."""
        return self.asked + self.on + self.back


def answers(round: Round) -> Answers:
    """Count the questions of a published round."""
    counted = Offer.objects.filter(round=round).aggregate(
        **{name: Count("pk", filter=which) for name, which in WHICH.items()}
    )
    return Answers(**counted, waiting=len(back_in_the_queue(round)))


def back_in_the_queue(round: Round) -> list[int]:
    """Return the enrolments of a round’s questions that wait for a partner again."""
    asked = Enrolment.objects.filter(
        pk__in=Ask.objects.filter(offer__round=round)
        .exclude(offer__state=ProposalState.OFFERED)
        .values("enrolment"),
        state=EnrolmentState.ADMITTED,
    )
    taken = taken_places(round.cohort)
    in_one = set(Member.objects.filter(enrolment__in=asked).values_list("enrolment_id", flat=True))
    return [
        enrolment.pk
        for enrolment in asked.only("pk", "maximum")
        if taken[enrolment.pk] < enrolment.maximum and enrolment.pk not in in_one
    ]


def lines(round: Round, show: str, number: int) -> Page[Line]:
    """Return a page of the round’s questions, the open ones first; four queries."""
    rows: QuerySet[Offer] = Offer.objects.filter(round=round).order_by(
        F("settled_at").desc(nulls_first=True), "pk"
    )
    if show in WHICH:
        rows = rows.filter(WHICH[show])
    page = Paginator(rows, PER_PAGE).get_page(number)
    asks = Ask.objects.select_related("enrolment__person").order_by("turn", "position")
    start = (page.number - 1) * PER_PAGE
    loaded = rows.select_related("relationship").prefetch_related(Prefetch("asks", asks))
    shown = [_line(offer) for offer in loaded[start : start + PER_PAGE]]
    return Page(shown, page.number, page.paginator)  # type: ignore[arg-type]  # of the same rows


def one(round: Round, public_id: str) -> Offer | None:
    """Return a question of a round by its address, or None."""
    return Offer.objects.filter(round=round, public_id=public_id).first()


def reasons(cohort: Cohort) -> list[tuple[str, int]]:
    """Return the reasons given five times or more in a cohort, the commonest first."""
    tallies = ReasonTally.objects.filter(cohort=cohort, count__gte=FEWEST_REASONS)
    shown = [(str(DeclineReason(tally.reason).label), tally.count) for tally in tallies]
    return sorted(shown, key=lambda pair: (-pair[1], pair[0]))


def own_words(cohort: Cohort) -> list[str]:
    """Return the reasons in own words once there are ten, in the order of the alphabet."""
    texts = list(ReasonWords.objects.filter(cohort=cohort).values_list("text", flat=True))
    return sorted(texts) if len(texts) >= FEWEST_WORDS else []


def _line(offer: Offer) -> Line:
    standing = _standing(offer)
    names: dict[str, list[str]] = {"mentor": [], "mentee": []}
    for ask in offer.asks.all():
        if standing != "on" or ask.said == Said.YES:  # one mentor of a duo may not be with them
            names[ask.enrolment.role].append(ask.enrolment.person.name)
    labels = {
        "asked": pgettext("pair", "Being asked"),
        "on": pgettext("pair", "Begun"),
        "back": pgettext("pair", "Back in the queue"),
    }
    return Line(
        public_id=offer.public_id,
        relationship=offer.relationship.public_id if offer.relationship else "",
        format=str(offer.get_format_display()),
        mentors=names["mentor"],
        mentees=names["mentee"],
        standing=standing,
        label=_("Taken back") if offer.taken_back else labels[standing],
        tone=TONES[standing],
        icon=ICONS[standing],
        on=offer.settled_at or offer.offered_at,
    )


def _standing(offer: Offer) -> Standing:
    if offer.is_open:
        return "asked"
    return "on" if offer.state == ProposalState.ACCEPTED else "back"
