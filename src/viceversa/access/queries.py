"""Which permissions a user holds."""

from viceversa.access.permissions import ROLES, Permission
from viceversa.accounts.choices import Role
from viceversa.accounts.models import User


def permissions_of(user: User) -> frozenset[Permission]:
    """Return every permission of an active user, from all roles of office together."""
    if not user.is_active:
        return frozenset()
    held = user.grants.values_list("role", flat=True)
    return frozenset().union(*(ROLES[Role(role)] for role in held))
