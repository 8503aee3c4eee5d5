"""Users for tests."""

from itertools import count

from tests.cast import THEN
from viceversa.accounts.actions import create_user
from viceversa.accounts.choices import Role
from viceversa.accounts.models import User
from viceversa.kernel.actor import OPERATOR

_numbers = count(1)


def make_user(
    *roles: Role, email: str = "", name: str = "Zoë Kovačević", password: str | None = None
) -> User:
    """Create a user with roles of office, a proved address and, where given, a password."""
    return create_user(
        actor=OPERATOR,
        now=THEN,
        email=email or f"zoe.{next(_numbers)}@altavalle.example",
        name=name,
        roles=roles,
        password=password,
    )


def make_coordinator(email: str = "") -> User:
    """Create somebody who coordinates."""
    return make_user(Role.COORDINATOR, email=email)


def make_administrator(email: str = "") -> User:
    """Create somebody who administers."""
    return make_user(Role.ADMINISTRATOR, email=email)
