"""A small company with a cohort ready to match; every name is invented."""

from collections.abc import Sequence
from datetime import date, datetime

from tests.cast import THEN
from tests.factories.people import make_person
from viceversa.kernel.actor import OPERATOR
from viceversa.matching.actions import open_circles, prepare, publish, say_yes, solve_now
from viceversa.matching.models import Ask, Offer, Round
from viceversa.matching.queries.circles import teams
from viceversa.people.models import Person, Unit
from viceversa.programmes.choices import CohortState, Preset, Role, Rung, WishKind
from viceversa.programmes.models import Cohort, Enrolment, Programme, Topic, Wish
from viceversa.relationships.models import Relationship

SENIORS = (
    ("Alberto", "Brambilla", "Acquisti", "Brescia"),
    ("Silvia", "Cocco", "Vendite", "Milano"),
    ("Miriam", "Amato", "Finanza", "Torino"),
    ("Gianluca", "Sorrentino", "Logistica", "Bari"),
    ("Ludovica", "Morelli", "Persone", "Torino"),
    ("Daniele", "Dall’Ò", "Qualità", "Lyon"),
)
JUNIORS = (
    ("Sofia", "D’Agnolo", "Dati", "Torino"),
    ("Matteo", "Ruggeri", "Dati", "Bari"),
    ("Yasmine", "Caruso", "Comunicazione", "Milano"),
    ("Ionuț", "Borghi", "Comunicazione", "Torino"),
    ("Gaia", "Ferretti", "Design", "Brescia"),
    ("Zoë", "Kovačević", "Design", "Lyon"),
)
MORNINGS = [[0, 540, 660], [2, 510, 570]]


def make_topic(code: str, name: str, rung: str = Rung.TOOLS) -> Topic:
    """Create a topic, or find the one of that code."""
    fields = {"rung": rung, "name_en": name, "name_it": name}
    return Topic.objects.get_or_create(code=code, defaults=fields)[0]


def make_cohort(
    name: str = "Spring 2027", preset: str = Preset.STANDARD, **fields: object
) -> Cohort:
    """Create an open cohort with the default policy."""
    programme, _created = Programme.objects.get_or_create(
        name="Reverse mentoring", defaults={"created_at": THEN}
    )
    values: dict[str, object] = {
        "state": CohortState.OPEN,
        "starts_on": date(2027, 1, 11),
        "ends_on": date(2027, 7, 9),
        "created_at": THEN,
        "opened_at": THEN,
    }
    return Cohort.objects.create(
        programme=programme, name=name, preset=preset, **{**values, **fields}
    )


def make_company() -> tuple[list[Person], list[Person]]:
    """Create a chief executive, heads below (mentees) and, below team leads, juniors (mentors)."""
    top = Unit.objects.create(name="Gruppo", path="Gruppo")
    chief = make_person("Lucia", "Bonfanti", level=6, unit=top, languages=["it"])
    seniors, juniors = [], []
    for people, level, found in ((SENIORS, 5, seniors), (JUNIORS, 2, juniors)):
        for first, last, unit_name, site in people:
            unit, _created = Unit.objects.get_or_create(
                path=f"Gruppo > {unit_name}", defaults={"name": unit_name, "parent": top}
            )
            boss = chief
            if level == 2:
                head = make_person("Capo", unit_name, level=4, unit=top, manager=chief)
                boss = make_person("Guida", unit_name, level=3, unit=unit, manager=head)
            found.append(
                make_person(
                    first, last, level=level, unit=unit, site=site, manager=boss,
                    languages=["it"], time_zone="Europe/Rome",
                )
            )  # fmt: skip
    return seniors, juniors


def enrol(
    cohort: Cohort,
    person: Person,
    role: str,
    *,
    first: Sequence[str] = ("ai",),
    back: Sequence[str] = ("career",),
    **fields: object,
) -> Enrolment:
    """Admit somebody with topics in both directions: weights for wishes, level 6 for offers."""
    values: dict[str, object] = {"availability": MORNINGS, "enrolled_at": THEN}
    enrolment = Enrolment.objects.create(
        cohort=cohort, person=person, role=role, **{**values, **fields}
    )
    kinds = (
        (WishKind.WANTS, WishKind.GIVES_BACK)
        if role == Role.MENTEE
        else (WishKind.OFFERS, WishKind.WANTS_BACK)
    )
    for kind, codes in zip(kinds, (first, back), strict=True):
        for place, code in enumerate(codes):
            value = 6 if kind in (WishKind.OFFERS, WishKind.GIVES_BACK) else max(3 - place, 1)
            Wish.objects.create(
                enrolment=enrolment, topic=make_topic(code, code.title()), kind=kind, value=value
            )
    return enrolment


def ready_cohort(pairs: int = 4, **fields: object) -> Cohort:
    """Create a cohort of as many mentees and mentors, each with partly shared topics."""
    cohort = make_cohort(**fields)
    seniors, juniors = make_company()
    topics = ("ai", "video", "data", "social", "security", "design")
    for place in range(pairs):
        wanted = (topics[place % 6], topics[(place + 1) % 6])
        offered = (topics[place % 6], topics[(place + 2) % 6])
        enrol(cohort, seniors[place], Role.MENTEE, first=wanted)
        enrol(cohort, juniors[place], Role.MENTOR, first=offered)
    return cohort


def prepared_round(pairs: int = 4, **fields: object) -> Round:
    """Create a prepared round of a ready cohort."""
    return prepare(cohort=ready_cohort(pairs, **fields), actor=OPERATOR, now=THEN)


def solved_round(pairs: int = 4, **fields: object) -> Round:
    """Create a solved round of a ready cohort."""
    return solve_now(round=prepared_round(pairs, **fields), actor=OPERATOR, now=THEN)


def pair(round: Round, mentor: str, mentee: str) -> tuple[Enrolment, Enrolment]:
    """Find a mentor and a mentee of a round's cohort by first names."""
    enrolments = Enrolment.objects.filter(cohort=round.cohort).select_related("person", "cohort")
    return (
        enrolments.get(role=Role.MENTOR, person__first_name=mentor),
        enrolments.get(role=Role.MENTEE, person__first_name=mentee),
    )


def offered(round: Round, now: datetime = THEN) -> list[Offer]:
    """Publish a solved round, in circles of four where its cohort meets so."""
    if round.cohort.preset != Preset.CIRCLE:
        return publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=now)
    found = teams(round, wanted=4)
    assert found is not None
    return open_circles(
        round=round, version=round.version, wanted=4, digest=found.digest, actor=OPERATOR, now=now
    )


def asked(offer: Offer, role: str = "") -> Ask:
    """Return the question somebody of an offer has not answered yet, perhaps of one role."""
    open_ones = Ask.objects.filter(offer=offer, asked_at__isnull=False, said__in=["", "later"])
    if role:
        open_ones = open_ones.filter(enrolment__role=role)
    return open_ones.select_related("enrolment__person")[0]


def everybody_agrees(offers: Sequence[Offer], now: datetime = THEN) -> list[Relationship]:
    """Let everybody asked say yes in their turn; return the relationships, in the order asked."""
    for offer in offers:
        while Ask.objects.filter(offer=offer, offer__state="offered", said="").exists():
            say_yes(ask=asked(offer), now=now)
    keys = [offer.pk for offer in offers]
    done = {each.pk: each.relationship for each in Offer.objects.filter(pk__in=keys)}
    return [each for key in keys if (each := done[key])]


def opened(round: Round, now: datetime = THEN) -> list[Relationship]:
    """Publish a solved round and let everybody agree."""
    return everybody_agrees(offered(round, now), now)
