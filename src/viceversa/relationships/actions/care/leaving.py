"""When the directory says that somebody has left: their relationships end kindly, or go on.

The others are told, and wait again with priority where theirs has ended. Nobody is at fault, and no
line of the audit names a person.
"""

from datetime import datetime

from django.db import transaction

from viceversa.notifications.actions import Kind
from viceversa.people.choices import PersonStatus
from viceversa.relationships.actions.closing.ending import back_to_queue, is_open
from viceversa.relationships.actions.closing.leaving import leave
from viceversa.relationships.actions.closing.telling import locked, page, present, tell
from viceversa.relationships.actions.meetings import clear_ahead
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.actions.moving import move
from viceversa.relationships.choices import Format, MemberRole, RelationshipState
from viceversa.relationships.models import Member, Relationship, Rest
from viceversa.relationships.rules.care import outcome


def part_with_leavers(*, now: datetime) -> int:
    """Settle every relationship with somebody who has left; return how many. Twice does it once."""
    keys = (
        Member.objects.filter(person__status=PersonStatus.LEFT)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .values_list("relationship", flat=True)
        .distinct()
        .order_by("relationship")
    )
    return sum(_settle(key, now) for key in list(keys))


@transaction.atomic
def _settle(relationship_id: int, now: datetime) -> bool:
    """End one relationship or let it go on; False where somebody was faster."""
    relationship = locked(relationship_id)
    if relationship.state == RelationshipState.CLOSED:
        return False
    members = present(relationship)
    gone = [one for one in members if one.person.status == PersonStatus.LEFT]
    staying = [one for one in members if one.person.status != PersonStatus.LEFT]
    becomes = outcome(
        relationship.format,
        mentors=sum(one.role == MemberRole.MENTOR for one in staying),
        mentees=sum(one.role == MemberRole.MENTEE for one in staying),
        leaving=len(gone),
    )
    if becomes == "untouched":
        return False
    if becomes == "ends":
        relationship = _end(relationship, staying, now)
    else:
        _go_on(relationship, gone, now, as_pair=becomes == "pair")
    _tell(relationship, members, gone, staying, now, goes_on=becomes != "ends")
    return True


def _end(relationship: Relationship, staying: list[Member], now: datetime) -> Relationship:
    """Take off what was planned, close, and let the others wait again with priority."""
    clear_ahead(relationship=relationship, now=now)
    Rest.objects.filter(relationship=relationship).delete()
    closed = move(relationship=relationship, to=RelationshipState.CLOSED, actor=NEUTRAL, now=now)
    back_to_queue(staying, now)
    return closed


def _go_on(relationship: Relationship, gone: list[Member], now: datetime, *, as_pair: bool) -> None:
    """Take those who left out of what goes on; two who stay of a duo are a pair from now on."""
    for member in gone:
        leave(member=member, relationship=relationship, now=now)
    if as_pair:
        Relationship.objects.filter(pk=relationship.pk).update(format=Format.PAIR)


def _tell(
    relationship: Relationship,
    members: list[Member],
    gone: list[Member],
    staying: list[Member],
    now: datetime,
    *,
    goes_on: bool,
) -> None:
    for reader in staying:
        tell(
            kind=Kind.PARTNER_LEFT,
            relationship=relationship,
            readers=[reader],
            members=members,
            path=page(relationship) if goes_on else "/home/",
            now=now,
            who=", ".join(one.person.name for one in gone),
            goes_on=goes_on,
            waits=not goes_on and is_open(reader.enrolment),
        )
