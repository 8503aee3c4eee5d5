"""Inside a relationship: its members and nobody else, whatever roles of office they hold."""

from viceversa.accounts.models import User
from viceversa.relationships.models import Member


def membership(user: User, public_id: str) -> Member | None:
    """Return the place of a user in a relationship, with everything its pages need.

    None for everybody else: coordinators and administrators have no way in.
    """
    if not user.is_active:
        return None
    return (
        Member.objects.filter(person__user=user, relationship__public_id=public_id)
        .select_related("person", "relationship__cohort__programme")
        .first()
    )
