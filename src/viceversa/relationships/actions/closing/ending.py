"""The no-fault ending: either side, at any time, no reason owed and none kept."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind
from viceversa.programmes.actions import enrolments, profile
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.models import Enrolment
from viceversa.relationships.actions.closing.leaving import leave
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.actions.meetings import clear_ahead
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.moving import move
from viceversa.relationships.choices import Format, RelationshipState
from viceversa.relationships.models import Member, Relationship, Rest
from viceversa.relationships.rules import LEAST_IN_CIRCLE


class UnableToEnd(UnableTo):
    """The relationship has come to its end already."""


@transaction.atomic
def end_without_fault(*, member: Member, again: bool = True, now: datetime) -> Relationship:
    """End a relationship for a member, or let them leave a circle that can go on without them.

    In order: open meetings are taken off, the relationship closes (a circle of at least three goes
    on), everybody goes back to the queue with priority where their enrolment is open, the others
    are told. `again` false lets the member rest instead. The audit names nobody.
    """
    relationship = locked(member.relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        raise UnableToEnd(_("This relationship has come to its end already."))
    members = present(relationship)
    mine = _place(member, members)
    others = [one for one in members if one.pk != mine.pk]
    goes_on = relationship.format == Format.CIRCLE and len(others) >= LEAST_IN_CIRCLE
    if goes_on:
        leave(member=mine, relationship=relationship, now=now)
        freed = [mine]
    else:
        clear_ahead(relationship=relationship, now=now)
        Rest.objects.filter(relationship=relationship).delete()
        relationship = move(
            relationship=relationship, to=RelationshipState.CLOSED, actor=NEUTRAL, now=now
        )
        freed = members
    back_to_queue(freed, now)
    if not again:
        rest(mine, now)
    tell(
        kind=Kind.CLOSING_ENDED,
        relationship=relationship,
        readers=others,
        members=others if goes_on else members,
        path=page(relationship),
        now=now,
        goes_on=goes_on,
        left=mine.person.name,
        queued=not goes_on and relationship.cohort.state == CohortState.OPEN,
    )
    return relationship


def _place(member: Member, members: Sequence[Member]) -> Member:
    """Return the member among those present."""
    found = next((one for one in members if one.pk == member.pk), None)
    if found is None:
        raise UnableToEnd(_("You have left this circle already."))
    return found


def back_to_queue(members: Sequence[Member], now: datetime) -> None:
    """Let members wait again with priority, where their enrolment is still open."""
    waiting = [one.enrolment for one in members if is_open(one.enrolment)]
    if waiting:
        enrolments.add_waiting(
            enrolments=[each for each in waiting if each is not None], actor=NEUTRAL, now=now
        )


def rest(member: Member, now: datetime) -> None:
    """Pause a member's enrolment where it is open: nobody new is proposed to them."""
    if member.enrolment is not None and is_open(member.enrolment):
        profile.pause(enrolment=member.enrolment, actor=NEUTRAL, now=now)


def is_open(enrolment: Enrolment | None) -> bool:
    """Tell whether somebody can be paired through an enrolment (its cohort must be loaded)."""
    return (
        enrolment is not None
        and enrolment.state == EnrolmentState.ADMITTED
        and enrolment.cohort.state == CohortState.OPEN
    )
