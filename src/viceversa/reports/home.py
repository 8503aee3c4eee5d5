"""What a participant finds on coming in: relationships, places, what they answer for."""

from dataclasses import dataclass
from datetime import date, datetime

from viceversa.accounts.models import User
from viceversa.matching.queries.offers.today import Consent, consent
from viceversa.measurement.queries.today import Learning, learning
from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState, WishKind
from viceversa.programmes.models import Champion, Cohort, Enrolment, Wish
from viceversa.programmes.queries.champions import Stage, champions, stages
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.programmes.queries.topics import names
from viceversa.programmes.rules.timeline import RHYTHMS, Rhythm
from viceversa.relationships.choices import Format, MemberRole, RelationshipState
from viceversa.relationships.models import Member, Relationship
from viceversa.relationships.queries import relationships_of_person
from viceversa.relationships.queries.closing import ClosingCard, closing_cards
from viceversa.relationships.queries.conversation import unread
from viceversa.relationships.queries.meetings.block import Block, Shown, blocks
from viceversa.relationships.queries.meetings.naming import joined
from viceversa.relationships.queries.plans import AgendaShown, agenda_of
from viceversa.reports.charges import Charge, charges
from viceversa.reports.help import coordinators
from viceversa.reports.today import Facts, Thing, read, things

GIVEN = {"mentor": WishKind.OFFERS, "mentee": WishKind.GIVES_BACK}
HOPED_FOR = {"mentor": WishKind.WANTS_BACK, "mentee": WishKind.WANTS}


@dataclass(frozen=True, slots=True)
class Together:
    """A relationship as one of its members sees it, with what goes each way and its meetings.

    `agenda` is the state of the next meeting's agenda, `unread` counts messages of the others.
    """

    relationship: Relationship
    viewer: Member
    others: list[Member]
    mentor: str
    mentee: str
    mentor_first: str
    mentee_first: str
    mentors: list[Person]
    mentees: list[Person]
    gives: list[str]
    returns: list[str]
    rhythm: Rhythm
    block: Block
    agenda: str
    card: ClosingCard
    unread: int

    @property
    def role(self) -> str:
        """The viewer's role in it."""
        return self.viewer.role

    @property
    def over(self) -> bool:
        """Tell whether it has come to its end."""
        return self.relationship.state == RelationshipState.CLOSED

    @property
    def circle(self) -> bool:
        """Tell whether everybody gives and receives."""
        return self.relationship.format == Format.CIRCLE

    @property
    def names(self) -> str:
        """The others' first names in a sentence."""
        return joined(member.person.first_name for member in self.others)

    @property
    def next(self) -> Shown | None:
        """The next meeting to come."""
        return self.block.ahead[0] if self.block.ahead else None


@dataclass(frozen=True, slots=True)
class Place:
    """An enrolment in a cohort that is not over; with its topics while `waiting` for a partner."""

    enrolment: Enrolment
    gives: list[str]
    hopes_for: list[str]
    rhythm: Rhythm
    waiting: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The page of one person; `person` is None where the directory does not know the user.

    `focus` is the mentor's next meeting with its agenda, None for whoever is mentee somewhere.
    """

    person: Person | None
    together: list[Together]
    places: list[Place]
    charges: list[Charge]
    things: list[Thing]
    focus: Together | None
    agenda: AgendaShown | None
    coordinators: list[User]
    delegate: Person | None
    learning: Learning | None
    consent: Consent | None
    champions: list[Champion]
    stages: list[Stage]  # cohorts in which they may appear as a champion

    @property
    def current(self) -> list[Together]:
        """Relationships not concluded, the one in focus first."""
        going = [item for item in self.together if not item.over]
        return sorted(going, key=lambda item: item is not self.focus)

    @property
    def past(self) -> list[Together]:
        """Concluded relationships."""
        return [item for item in self.together if item.over]

    @property
    def waiting(self) -> list[Place]:
        """Places without a partner."""
        return [place for place in self.places if place.waiting]

    @property
    def looks_back(self) -> bool:
        """Tell whether a relationship is in its last weeks."""
        return any(item.relationship.state == RelationshipState.CLOSING for item in self.current)

    @property
    def has_guided(self) -> bool:
        """Tell whether somebody is or was a mentor."""
        return any(item.role == MemberRole.MENTOR for item in self.together)

    @property
    def may_delegate(self) -> bool:
        """Tell whether somebody could look after dates: those of a mentee."""
        return any(item.role == MemberRole.MENTEE for item in self.current)

    @property
    def counsellors(self) -> list[Person]:
        """Trusted counsellors of the programmes one takes part in, each once."""
        programmes = [item.relationship.cohort.programme for item in self.current]
        found = [each.counsellor for each in programmes if each.counsellor]
        return list(dict.fromkeys(found))


NOBODY = Home(None, [], [], [], [], None, None, [], None, None, None, [], [])


def home(*, user: User, now: datetime, today: date, language: str) -> Home:
    """Return what a user finds on their own page today; the same queries for one and for many."""
    person = Person.objects.select_related("unit").filter(user=user).first()
    if person is None:
        return NOBODY
    relationships = relationships_of_person(person)
    viewers = [_seat(item, person) for item in relationships]
    topics, meetings = names(), blocks(viewers, now)
    facts = read(viewers, meetings)
    cards, messages = closing_cards(viewers), unread(viewers)
    together = [
        _together(each, topics, meetings[each.pk], facts, cards[each.pk], messages[each.pk])
        for each in viewers
    ]
    focus = _focus(together)
    leaving_out = focus.next.meeting.pk if focus and focus.next else None
    places = [(item.viewer, item.names) for item in together]
    enrolments, answers_for = enrolments_of(person), charges(person)
    enrolled = _places(person, enrolments, relationships, topics, today)
    return Home(
        person=person,
        together=together,
        places=enrolled,
        charges=answers_for,
        things=things(places, meetings, facts, now, today, leaving_out=leaving_out),
        focus=focus,
        agenda=_agenda(focus, now),
        coordinators=coordinators(),
        delegate=next((block.delegate for block in meetings.values()), None),
        learning=learning(person=person, enrolments=enrolments, now=now, language=language),
        consent=consent(person=person, enrolments=enrolments, now=now),
        champions=champions(_cohorts(together, enrolled)),
        stages=stages(person) if _may_appear(enrolments, answers_for) else [],
    )


def _agenda(focus: Together | None, now: datetime) -> AgendaShown | None:
    """Return the agenda of the next meeting of the relationship in focus."""
    if not focus or not focus.next:
        return None
    return agenda_of(focus.viewer, focus.next.meeting, focus.next.number or 1, now)


def _may_appear(enrolments: list[Enrolment], answers_for: list[Charge]) -> bool:
    """Tell whether somebody may be a champion anywhere: a mentee or a sponsor."""
    leads = any(charge.as_sponsor for charge in answers_for)
    return leads or any(place.role == MemberRole.MENTEE for place in enrolments)


def _cohorts(together: list[Together], enrolled: list[Place]) -> list[Cohort]:
    """Return the cohorts one is in now, through a relationship or a place."""
    going = [item.relationship.cohort for item in together if not item.over]
    return [*going, *(place.enrolment.cohort for place in enrolled)]


def _seat(item: Relationship, person: Person) -> Member:
    """Return the person's place in a relationship, with the relationship loaded."""
    mine = next(member for member in item.members.all() if member.person_id == person.pk)
    mine.relationship = item
    return mine


def _focus(together: list[Together]) -> Together | None:
    """Return the mentor's relationship that meets next."""
    going = [item for item in together if not item.over]
    if not going or any(item.role == MemberRole.MENTEE for item in going):
        return None
    planned = [(item.next.meeting.starts_at, item.viewer.pk, item) for item in going if item.next]
    return min(planned)[2] if planned else None


def _together(
    viewer: Member,
    topics: dict[str, str],
    meetings: Block,
    facts: Facts,
    card: ClosingCard,
    messages: int,
) -> Together:
    item = viewer.relationship
    members = list(item.members.all())
    side = {role: [m.person for m in members if m.role == role] for role in MemberRole.values}
    coming = meetings.ahead[0].meeting.pk if meetings.ahead else None
    return Together(
        relationship=item,
        viewer=viewer,
        others=[m for m in members if m.pk != viewer.pk],
        mentor=joined(p.name for p in side[MemberRole.MENTOR]),
        mentee=joined(p.name for p in side[MemberRole.MENTEE]),
        mentor_first=joined(p.first_name for p in side[MemberRole.MENTOR]),
        mentee_first=joined(p.first_name for p in side[MemberRole.MENTEE]),
        mentors=side[MemberRole.MENTOR],
        mentees=side[MemberRole.MENTEE],
        gives=[topics.get(code, code) for code in item.exchange.get("mentor", [])],
        returns=[topics.get(code, code) for code in item.exchange.get("mentee", [])],
        rhythm=RHYTHMS[item.cohort.preset],
        block=meetings,
        agenda=facts.agendas.get(coming, "empty") if coming else "empty",
        card=card,
        unread=messages,
    )


def _places(
    person: Person,
    enrolments: list[Enrolment],
    relationships: list[Relationship],
    topics: dict[str, str],
    today: date,
) -> list[Place]:
    taken = {
        (item.cohort_id, member.role)
        for item in relationships
        for member in item.members.all()
        if member.person_id == person.pk and item.state != RelationshipState.CLOSED
    }
    mine = [each for each in enrolments if _counts(each, today)]
    waiting = [each for each in mine if (each.cohort_id, each.role) not in taken]
    rows = Wish.objects.filter(enrolment__in=waiting).select_related("topic")
    wishes = list(rows.order_by("-value", "pk"))

    def of(enrolment: Enrolment, kind: str) -> list[str]:
        found = (w for w in wishes if w.enrolment_id == enrolment.pk and w.kind == kind)
        return [topics.get(wish.topic.code, wish.topic.code) for wish in found]

    return [
        Place(
            enrolment=enrolment,
            gives=of(enrolment, GIVEN[enrolment.role]),
            hopes_for=of(enrolment, HOPED_FOR[enrolment.role]),
            rhythm=RHYTHMS[enrolment.cohort.preset],
            waiting=enrolment in waiting,
        )
        for enrolment in mine
    ]


def _counts(enrolment: Enrolment, today: date) -> bool:
    """Tell whether it is a place in a cohort that is not over."""
    cohort = enrolment.cohort
    over = cohort.state == CohortState.CLOSED or cohort.ends_on < today
    return not over and enrolment.state != EnrolmentState.WITHDRAWN
