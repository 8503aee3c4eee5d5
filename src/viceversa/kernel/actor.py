"""Who did it: a person at the keyboard, an operator at the command line, or the system itself."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Actor:
    """The author of an action, for the audit.

    `kind` tells a signed-in user from the command line and from scheduled work; `name` is kept as
    it was at the time, so that the line still reads after the user is gone; `user_id` is the
    private key of `accounts.User`, or None.
    """

    kind: Literal["user", "operator", "system"]
    name: str
    user_id: int | None = None


SYSTEM = Actor(kind="system", name="viceversa")
OPERATOR = Actor(kind="operator", name="command line")
