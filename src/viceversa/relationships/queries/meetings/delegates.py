"""Who looks after whose dates, and to whom mails about a meeting go."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from viceversa.accounts.models import User
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.relationships.choices import DelegateMail, MemberRole, RelationshipState
from viceversa.relationships.models import Delegation, Member
from viceversa.relationships.queries.one import present


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a mail about a member's meeting goes to: the member, or their delegate."""

    member: Member
    person: Person
    delegation: Delegation | None = None


def delegation_of(person: Person) -> Delegation | None:
    """Return who looks after a person's dates now, None where nobody does."""
    return _in_force().filter(principal=person).first()


def delegations(people: Iterable[int]) -> dict[int, Delegation]:
    """Return the delegations in force by the private key of the person they are of; one query."""
    found = _in_force().filter(principal__in=list(people))
    return {delegation.principal_id: delegation for delegation in found}


def handled(user: User) -> list[tuple[Member, Delegation]]:
    """Return the places whose dates a user looks after, by name, and since which delegation.

    Three queries; one for whoever looks after nobody's.
    """
    named = {each.principal_id: each for each in _in_force().filter(delegate__user=user)}
    seats = (
        Member.objects.filter(person__in=named, role=MemberRole.MENTEE)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .select_related("person", "relationship__cohort")
        .prefetch_related(present("relationship__members"))
        .order_by("person__sort_name", "relationship__opened_at", "pk")
    )
    return [(seat, named[seat.person_id]) for seat in seats]


def may_name(person: Person) -> bool:
    """Tell whether somebody is a mentee of a relationship under way, whose dates may be handed."""
    mine = Member.objects.filter(person=person, role=MemberRole.MENTEE)
    return mine.exclude(relationship__state=RelationshipState.CLOSED).exists()


def readers(members: Iterable[Member]) -> list[Reader]:
    """Return to whom a mail about times goes, as each member chose; one query.

    A delegate without an address leaves the mail to the member.
    """
    seats = list(members)
    mentees = [seat.person_id for seat in seats if seat.role == MemberRole.MENTEE]
    named = delegations(mentees) if mentees else {}
    found = []
    for seat in seats:
        delegation = named.get(seat.person_id) if seat.role == MemberRole.MENTEE else None
        handed = delegation is not None and bool(delegation.delegate.email)
        if not handed or (delegation and delegation.mail == DelegateMail.BOTH):
            found.append(Reader(seat, seat.person))
        if handed and delegation:
            found.append(Reader(seat, delegation.delegate, delegation))
    return found


def _in_force() -> QuerySet[Delegation]:
    return Delegation.objects.filter(
        revoked_at=None, delegate__status=PersonStatus.ACTIVE
    ).select_related("principal", "delegate")
