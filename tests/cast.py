"""The named cast: who may, who may not, who takes part. Addresses end in .example."""

from dataclasses import dataclass
from datetime import UTC, datetime

from viceversa.accounts.actions import create_user
from viceversa.accounts.choices import Role
from viceversa.accounts.models import User
from viceversa.kernel.actor import OPERATOR

THEN = datetime(2026, 9, 7, 9, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Character:
    """Someone of the cast: a part, an address, a name, roles of office."""

    part: str
    email: str
    name: str
    roles: tuple[Role, ...] = ()


CAST = {
    character.part: character
    for character in (
        Character(
            "coordinator", "chiara@altavalle.example", "Chiara Lorenzetti", (Role.COORDINATOR,)
        ),
        Character(
            "administrator", "matteo@altavalle.example", "Matteo Rinaldi", (Role.ADMINISTRATOR,)
        ),
        Character("both", "noor@altavalle.example", "Noor El Idrissi", tuple(Role)),
        Character("participant", "nicolo@altavalle.example", "Nicolò Pavesi"),
    )
}


def user(part: str) -> User:
    """Return the user of a part, created the first time."""
    character = CAST[part]
    found = User.objects.filter(email=character.email).first()
    return found or create_user(
        actor=OPERATOR,
        now=THEN,
        email=character.email,
        name=character.name,
        roles=character.roles,
    )


def everybody() -> dict[str, User]:
    """Return the whole cast by part."""
    return {part: user(part) for part in CAST}
