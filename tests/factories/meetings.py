"""Relationships whose members have said when they are free, and meetings of theirs."""

from datetime import UTC, datetime, timedelta

from tests.cast import THEN
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, a_bond, user_of
from viceversa.accounts.models import User
from viceversa.kernel.actor import OPERATOR
from viceversa.people.models import Person
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Enrolment
from viceversa.relationships.actions import move
from viceversa.relationships.actions.delegating import name_delegate
from viceversa.relationships.actions.meetings import accept, propose
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Delegation, Meeting

WEEK = [[day, 9 * 60, 12 * 60] for day in range(5)]  # mornings, in everybody's own zone
MONDAY = datetime(2026, 9, 14, 8, tzinfo=UTC)  # ten in the morning in Rome: all are free


def a_meeting_bond(
    mentors: int = 1,
    mentees: int = 1,
    *,
    circle: bool = False,
    state: RelationshipState | None = RelationshipState.AGREED,
) -> Bond:
    """Open a relationship whose members are free on weekday mornings."""
    bond = a_bond(mentors, mentees, circle=circle)
    for member in bond.members:
        member.enrolment = Enrolment.objects.create(
            cohort=bond.relationship.cohort,
            person=member.person,
            role=member.role,
            state=EnrolmentState.ADMITTED,
            availability=WEEK,
            enrolled_at=THEN,
        )
        member.save()
    if state:
        bond.relationship = move(relationship=bond.relationship, to=state, actor=OPERATOR, now=THEN)
    for member in bond.members:
        member.relationship.refresh_from_db()
    return bond


def agreed(bond: Bond, starts_at: datetime = MONDAY, *, now: datetime = THEN) -> Meeting:
    """Let the first member propose a time and all the others say yes."""
    meeting = propose(member=bond.members[0], starts_at=starts_at, minutes=45, now=now)
    for member in bond.members[1:]:
        accept(meeting=meeting, member=member, now=now + timedelta(minutes=5))
    meeting.refresh_from_db()
    return meeting


def a_delegate(bond: Bond, mail: str = "both") -> tuple[User, Person, Delegation]:
    """Let the first mentee name Marta, who is free to sign in."""
    marta = a_person("Marta Bellini", level=1)
    principal = next(m.person for m in bond.members if m.role == "mentee")
    delegation = name_delegate(
        principal=principal, email=marta.email, mail=mail, actor=OPERATOR, now=THEN
    )
    return user_of(marta), marta, delegation
