"""Rules of relationships: states, what a format is, words of the agreement, ink, sealing."""

from viceversa.relationships.rules.states import (
    LEAST_IN_CIRCLE,
    MOST_MEMBERS,
    NEXT,
    State,
    format_of,
    is_circle,
    may_follow,
)

__all__ = [
    "LEAST_IN_CIRCLE",
    "MOST_MEMBERS",
    "NEXT",
    "State",
    "format_of",
    "is_circle",
    "may_follow",
]
