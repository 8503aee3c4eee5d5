"""Inside a relationship: its members and nobody else, whatever roles of office they hold."""

from django.db.models import QuerySet

from viceversa.accounts.models import User
from viceversa.relationships.models import Member


def membership(user: User, public_id: str) -> Member | None:
    """Return the place of a user in a relationship, with everything its pages need.

    None for everybody else: coordinators and administrators have no way in, and neither has whoever
    left a circle.
    """
    return _seat(Member.objects.all(), user, public_id)


def former_membership(user: User, public_id: str) -> Member | None:
    """Return the place a user has or had: for what stays one's own after leaving a circle."""
    return _seat(Member.everybody.all(), user, public_id)


def _seat(members: QuerySet[Member], user: User, public_id: str) -> Member | None:
    if not user.is_active:
        return None
    return (
        members.filter(person__user=user, relationship__public_id=public_id)
        .select_related("person", "relationship__cohort__programme__counsellor")
        .first()
    )
