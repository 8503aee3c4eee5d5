"""Relationships on their way to an end, made through the real actions."""

from datetime import timedelta

from tests.cast import THEN
from tests.factories.relationships import Bond, a_bond
from viceversa.kernel.actor import OPERATOR
from viceversa.relationships.actions import move
from viceversa.relationships.actions.closing import begin_closing
from viceversa.relationships.actions.meetings import log_held
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member

LATER = THEN + timedelta(days=120)


def fresh(bond: Bond) -> list[Member]:
    """Return the members as the database has them now."""
    return list(
        Member.objects.filter(pk__in=[m.pk for m in bond.members]).select_related(
            "person", "relationship__cohort__programme"
        )
    )


def held(bond: Bond, meetings: int = 1) -> None:
    """Write down so many meetings of 45 minutes as held."""
    for number in range(meetings):
        log_held(
            member=fresh(bond)[0],
            starts_at=THEN + timedelta(days=7 * (number + 1)),
            minutes=45,
            now=LATER,
        )


def active(mentors: int = 1, mentees: int = 1, *, circle: bool = False) -> Bond:
    """Open a relationship that meets."""
    bond = a_bond(mentors, mentees, circle=circle)
    for to in (RelationshipState.AGREED, RelationshipState.ACTIVE):
        move(relationship=bond.relationship, to=to, actor=OPERATOR, now=THEN)
    return bond


def closing(mentors: int = 1, mentees: int = 1, *, circle: bool = False) -> Bond:
    """Open a relationship in its last weeks."""
    bond = active(mentors, mentees, circle=circle)
    begin_closing(member=fresh(bond)[0], today=LATER.date(), now=LATER)
    bond.members = fresh(bond)
    return bond
