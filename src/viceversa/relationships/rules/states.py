"""Which state may follow which, and what a relationship of so many people is called."""

from collections.abc import Mapping
from typing import Literal

type State = Literal["opened", "agreed", "active", "paused", "closing", "closed"]

# An early, no-fault ending is possible from every state; a closed relationship stays closed. Who
# pauses comes back to where they were: that is kept beside the pause.
NEXT: Mapping[str, frozenset[str]] = {
    "opened": frozenset({"agreed", "paused", "closing", "closed"}),
    "agreed": frozenset({"active", "paused", "closing", "closed"}),
    "active": frozenset({"paused", "closing", "closed"}),
    "paused": frozenset({"opened", "agreed", "active", "closing", "closed"}),
    "closing": frozenset({"closed"}),
    "closed": frozenset(),
}
MOST_MEMBERS = 8
LEAST_IN_CIRCLE = 3


def may_follow(state: str, following: str) -> bool:
    """Tell whether a relationship in `state` may move to `following`."""
    return following in NEXT[state]


def format_of(mentors: int, mentees: int) -> str | None:
    """Return `pair`, `duo` or `circle` for so many members, None where no format allows it.

    A duo is two mentors with one mentee or one mentor with two mentees; a circle has 3 to 8 people
    and is chosen by whoever opens it, never guessed from three.
    """
    if mentors < 1 or mentees < 1 or mentors + mentees > MOST_MEMBERS:
        return None
    return {2: "pair", 3: "duo"}.get(mentors + mentees, "circle")


def is_circle(members: int) -> bool:
    """Tell whether so many people make a circle; in it everybody gives and receives."""
    return LEAST_IN_CIRCLE <= members <= MOST_MEMBERS
