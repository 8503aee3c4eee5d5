"""What people answer when they are asked about a pair: the yes of long ago, and questions open."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

from viceversa.kernel.actor import Actor
from viceversa.matching import actions
from viceversa.matching.actions.requests import UnableToAsk, ask_partner
from viceversa.matching.models import Ask, Offer
from viceversa.matching.queries.offers.places import taken_places
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.ops.sample.shape import Language, Text
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.actions.cohorts import set_policy
from viceversa.programmes.actions.enrolments import change_enrolment, enrol
from viceversa.programmes.choices import EnrolmentState, Role, Rung, WishKind
from viceversa.programmes.models import Cohort, Enrolment, Topic, Wish
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules import eligibility
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.policy import Consent, read
from viceversa.relationships.models import Relationship

NEWCOMERS = 6
MORNINGS = tuple((day, 9 * 60, 12 * 60) for day in range(5))
APART = ("Lorenzetti", "Moroni", "Bellini", "Rinaldi")  # who coordinates, counsels, runs dates, IT
REQUEST = Text(
    "I heard you explain the assistant in the canteen, and I understood it. Would you go on?",
    "Ti ho sentito spiegare l’assistente in mensa, e ho capito. Andresti avanti?",
)


def agree(offers: Sequence[Offer], clock: Clockwork, day: date) -> list[Relationship]:
    """Let the mentees say yes on the day they are asked, the mentors on the next; all of it past.

    Returns the relationships in the order of the offers.
    """
    actions.tend_offers(now=clock.at(day, 11, 40))
    for hours, later in ((16, 0), (12, 1)):
        for place, offer in enumerate(offers):
            now = clock.at(day + timedelta(days=later), hours, place % 60)
            for ask in _waiting(offer):
                actions.say_yes(ask=ask, now=now)
    done = {offer.pk: offer for offer in Offer.objects.filter(pk__in=[o.pk for o in offers])}
    return [r for offer in offers if (r := done[offer.pk].relationship)]


def _waiting(offer: Offer) -> list[Ask]:
    """Return who of an offer is asked now and has not answered."""
    return list(Ask.objects.filter(offer=offer, said="", asked_at__isnull=False).order_by("pk"))


class LaterRound:
    """A second round of the cohort under way: answers in every state, some still awaited.

    Francesca, who has room for one more, finds a question of the round; Nicolò one of a colleague
    who asked for him, and people he might ask himself.
    """

    def __init__(
        self, cohort: Cohort, clock: Clockwork, coordinator: Actor, language: Language
    ) -> None:
        self.cohort, self.clock = cohort, clock
        self.actor, self.language = coordinator, language

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """Return a moment some days before today."""
        return self.clock.at(self.clock.today - timedelta(days=days), hour, minute)

    def publish(self) -> None:
        """Let people ask by themselves, admit newcomers, solve and publish, take first answers."""
        policy = replace(read(self.cohort.policy), consent=Consent(requests=True))
        self.cohort = set_policy(
            cohort=self.cohort, policy=policy, actor=self.actor, now=self.at(3, 15, 20)
        )
        self._enrol(NEWCOMERS, self.at(3, 15, 30))
        self._make_room("Francesca", self.at(3, 15, 40))
        round = actions.prepare(cohort=self.cohort, actor=self.actor, now=self.at(3, 15, 50))
        round = actions.solve_now(round=round, actor=self.actor, now=self.at(3, 15, 52))
        offers = actions.publish(
            round=round, version=round.version, looked=True, actor=self.actor, now=self.at(3, 16)
        )
        actions.tend_offers(now=self.at(3, 16, 1))
        others = [offer for offer in offers if not self._is_for(offer, "Francesca")]
        self._answer(others)
        self._make_room("Nicolò", self.at(2, 18))

    def _answer(self, offers: Sequence[Offer]) -> None:
        """One no, one taken back, one yes of both, one yes that waits; the rest keep silent."""
        for place, offer in enumerate(offers[:4]):
            ask = _waiting(offer)[0]
            if place == 0:
                actions.say_no(ask=ask, reason="time", now=self.at(2, 11))
            elif place == 1:
                actions.take_back(offer=offer, actor=self.actor, now=self.at(2, 12))
            else:
                actions.say_yes(ask=ask, now=self.at(2, 15, place))
        for offer in offers[2:3]:
            actions.say_yes(ask=_waiting(offer)[0], now=self.at(2, 17, 30))

    def request(self) -> None:
        """Somebody without a partner asks for Nicolò."""
        nicolo = self._place("Nicolò")
        free = Enrolment.objects.filter(
            cohort=self.cohort, role=Role.MENTEE, waiting__gt=0, state=EnrolmentState.ADMITTED
        )
        for mentee in free.select_related("person", "cohort").order_by("pk"):
            with suppress(UnableToAsk):
                ask_partner(
                    enrolment=mentee,
                    other=nicolo,
                    words=REQUEST(self.language),
                    now=self.clock.ago(hours=3),
                )
                return

    def _enrol(self, number: int, now: datetime) -> None:
        """Admit leaders who take no part yet, curious about what the free mentors can share."""
        shared = Wish.objects.filter(enrolment__in=self._free_mentors(), kind=WishKind.OFFERS)
        codes = list(dict.fromkeys(shared.order_by("-value", "pk").values_list("topic__code")))
        his = details_of([self._place("Nicolò")])[self._place("Nicolò").pk].first[0][0]
        gives = Topic.objects.filter(rung=Rung.GIVES_BACK).order_by("position", "pk")
        back = list(gives.values_list("code", flat=True))
        people = self._leaders(number)
        for place, enrolment in enumerate(
            enrol(cohort=self.cohort, people=people, role=Role.MENTEE, actor=self.actor, now=now)
        ):
            first = [codes[(place * 2 + step) % len(codes)][0] for step in range(2)] + [his]
            details = Details(
                first=tuple((code, 3 - step) for step, code in enumerate(dict.fromkeys(first))),
                back=tuple((back[(place + step) % len(back)], 6) for step in range(3)),
                windows=MORNINGS,
            )
            change_enrolment(enrolment=enrolment, details=details, actor=self.actor, now=now)

    def _free_mentors(self) -> list[int]:
        taken = taken_places(self.cohort)
        rows = Enrolment.objects.filter(cohort=self.cohort, role=Role.MENTOR)
        return [row.pk for row in rows.order_by("pk") if taken[row.pk] < row.maximum]

    def _leaders(self, number: int) -> list[Person]:
        """Return leaders of the company who are in no cohort, spread over its units."""
        limits = eligibility.read(self.cohort.eligibility).of(Role.MENTEE)
        found = (
            Person.objects.filter(status=PersonStatus.ACTIVE, level__gte=limits.lowest_level)
            .exclude(pk__in=Enrolment.objects.values("person"))
            .exclude(last_name__in=APART)
            .exclude(manager_missing=True)
            .order_by("external_id")
        )
        return list(found)[:: max(found.count() // number, 1)][:number]

    def _make_room(self, first_name: str, now: datetime) -> None:
        """Let somebody take one relationship more than before."""
        enrolment = self._place(first_name)
        details = details_of([enrolment])[enrolment.pk]
        roomier = replace(details, maximum=details.maximum + 1)
        change_enrolment(enrolment=enrolment, details=roomier, actor=self.actor, now=now)

    def _place(self, first_name: str) -> Enrolment:
        last = {"Francesca": "Dell’Orto", "Nicolò": "Pavesi"}[first_name]
        rows = Enrolment.objects.select_related("person", "cohort")
        return rows.get(cohort=self.cohort, person__last_name=last, person__first_name=first_name)

    def _is_for(self, offer: Offer, first_name: str) -> bool:
        return offer.asks.filter(enrolment=self._place(first_name)).exists()
