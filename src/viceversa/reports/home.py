"""What a participant finds on coming in: relationships, places, what they answer for."""

from dataclasses import dataclass
from datetime import date

from viceversa.accounts.models import User
from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState, WishKind
from viceversa.programmes.models import Cohort, Enrolment, Programme, Wish
from viceversa.programmes.queries.topics import names
from viceversa.programmes.rules.timeline import RHYTHMS, Rhythm
from viceversa.relationships.choices import MemberRole, RelationshipState
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.queries import cohort_figures, relationships_of_person

GIVEN = {"mentor": WishKind.OFFERS, "mentee": WishKind.GIVES_BACK}
HOPED_FOR = {"mentor": WishKind.WANTS_BACK, "mentee": WishKind.WANTS}


@dataclass(frozen=True, slots=True)
class Together:
    """A relationship as one of its members sees it, with what goes each way."""

    relationship: Relationship
    role: str
    others: list[Member]
    mentor: str
    mentee: str
    mentor_first: str
    mentee_first: str
    mentor_gives: list[str]
    mentee_gives: list[str]
    rhythm: Rhythm

    @property
    def over(self) -> bool:
        """Tell whether it has come to its end."""
        return self.relationship.state == RelationshipState.CLOSED


@dataclass(frozen=True, slots=True)
class Place:
    """An enrolment with its topics, in a cohort that is not over; `waiting` for a partner."""

    enrolment: Enrolment
    gives: list[str]
    hopes_for: list[str]
    rhythm: Rhythm
    waiting: bool


@dataclass(frozen=True, slots=True)
class Running:
    """A cohort in figures, for who answers for its programme; never about a single person."""

    cohort: Cohort
    mentors: int
    mentees: int
    relationships: int


@dataclass(frozen=True, slots=True)
class Charge:
    """A programme somebody answers for: as sponsor, co-lead, counsellor, of observations."""

    programme: Programme
    as_sponsor: bool
    as_co_lead: bool
    as_counsellor: bool
    as_answerer: bool
    cohorts: list[Running]


@dataclass(frozen=True, slots=True)
class Home:
    """The page of one person; `person` is None where the directory does not know the user."""

    person: Person | None
    together: list[Together]
    places: list[Place]
    charges: list[Charge]

    @property
    def current(self) -> list[Together]:
        return [item for item in self.together if not item.over]

    @property
    def past(self) -> list[Together]:
        return [item for item in self.together if item.over]

    @property
    def waiting(self) -> list[Place]:
        return [place for place in self.places if place.waiting]


def home(*, user: User, today: date) -> Home:
    """Return what a user finds on their own page today."""
    person = Person.objects.select_related("unit").filter(user=user).first()
    if person is None:
        return Home(None, [], [], [])
    topics = names()
    relationships = relationships_of_person(person)
    return Home(
        person=person,
        together=[_together(item, person, topics) for item in relationships],
        places=_places(person, relationships, topics, today),
        charges=_charges(person),
    )


def _together(item: Relationship, person: Person, topics: dict[str, str]) -> Together:
    members = list(item.members.all())
    side = {role: [m.person for m in members if m.role == role] for role in MemberRole.values}
    mine = next(m.role for m in members if m.person_id == person.pk)
    return Together(
        relationship=item,
        role=mine,
        others=[m for m in members if m.person_id != person.pk],
        mentor=", ".join(p.name for p in side[MemberRole.MENTOR]),
        mentee=", ".join(p.name for p in side[MemberRole.MENTEE]),
        mentor_first=", ".join(p.first_name for p in side[MemberRole.MENTOR]),
        mentee_first=", ".join(p.first_name for p in side[MemberRole.MENTEE]),
        mentor_gives=[topics.get(code, code) for code in item.exchange.get("mentor", [])],
        mentee_gives=[topics.get(code, code) for code in item.exchange.get("mentee", [])],
        rhythm=RHYTHMS[item.cohort.preset],
    )


def _places(
    person: Person, relationships: list[Relationship], topics: dict[str, str], today: date
) -> list[Place]:
    enrolments = list(
        Enrolment.objects.filter(person=person, cohort__ends_on__gte=today)
        .exclude(state=EnrolmentState.WITHDRAWN)
        .exclude(cohort__state=CohortState.CLOSED)
        .select_related("cohort", "cohort__programme")
        .order_by("cohort__starts_on", "pk")
    )
    wishes = list(
        Wish.objects.filter(enrolment__in=enrolments)
        .select_related("topic")
        .order_by("-value", "pk")
    )
    taken = {
        (item.cohort_id, member.role)
        for item in relationships
        for member in item.members.all()
        if member.person_id == person.pk and item.state != RelationshipState.CLOSED
    }

    def of(enrolment: Enrolment, kind: str) -> list[str]:
        mine = (w for w in wishes if w.enrolment_id == enrolment.pk and w.kind == kind)
        return [topics.get(wish.topic.code, wish.topic.code) for wish in mine]

    return [
        Place(
            enrolment=enrolment,
            gives=of(enrolment, GIVEN[enrolment.role]),
            hopes_for=of(enrolment, HOPED_FOR[enrolment.role]),
            rhythm=RHYTHMS[enrolment.cohort.preset],
            waiting=(enrolment.cohort_id, enrolment.role) not in taken,
        )
        for enrolment in enrolments
    ]


def _charges(person: Person) -> list[Charge]:
    mine = [
        programme
        for programme in Programme.objects.prefetch_related("cohorts").order_by("name")
        if person.pk in _answerers(programme)
    ]
    return [_charge(programme, person) for programme in mine]


def _answerers(programme: Programme) -> tuple[int | None, ...]:
    return (
        programme.sponsor_id,
        programme.co_lead_id,
        programme.counsellor_id,
        programme.answers_observations_id,
    )


def _charge(programme: Programme, person: Person) -> Charge:
    sponsor, co_lead, counsellor, answerer = (key == person.pk for key in _answerers(programme))
    cohorts = sorted(programme.cohorts.all(), key=lambda cohort: cohort.starts_on, reverse=True)
    # Figures are for those who answer for the purpose; the counsellor needs none.
    shown = [_running(cohort) for cohort in cohorts] if sponsor or co_lead or answerer else []
    return Charge(programme, sponsor, co_lead, counsellor, answerer, shown)


def _running(cohort: Cohort) -> Running:
    admitted = Enrolment.objects.filter(cohort=cohort, state=EnrolmentState.ADMITTED)
    return Running(
        cohort=cohort,
        mentors=admitted.filter(role="mentor").count(),
        mentees=admitted.filter(role="mentee").count(),
        relationships=cohort_figures(cohort).total,
    )
