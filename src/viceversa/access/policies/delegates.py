"""Looking after somebody's dates: the delegate named now, times and places, nothing else."""

from dataclasses import dataclass

from viceversa.access.policies.relationships import membership
from viceversa.accounts.models import User
from viceversa.relationships.models import Delegation, Member
from viceversa.relationships.queries.meetings.delegates import handled
from viceversa.relationships.queries.meetings.naming import joined


@dataclass(frozen=True, slots=True)
class Seat:
    """A member's place at the dates of a relationship: their own, or looked after by a delegate."""

    member: Member
    delegation: Delegation | None = None

    @property
    def others(self) -> str:
        """The names of those whom the member meets there, members loaded."""
        members = self.member.relationship.members.all()
        return joined(other.person.name for other in members if other.pk != self.member.pk)

    @property
    def delegated(self) -> bool:
        """Tell whether whoever looks sees times and places only."""
        return self.delegation is not None


def delegations_of(user: User) -> list[Seat]:
    """Return the places whose dates a user looks after now, asked anew at each request."""
    if not user.is_active:
        return []
    return [Seat(member, delegation) for member, delegation in handled(user)]


def seat_at_dates(user: User, public_id: str) -> Seat | None:
    """Return through which place a user handles the dates of a relationship, None for strangers."""
    own = membership(user, public_id)
    if own is not None:
        return Seat(own)
    mine = delegations_of(user)
    return next((seat for seat in mine if seat.member.relationship.public_id == public_id), None)
