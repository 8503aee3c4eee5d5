"""What becomes of a relationship when somebody leaves the organisation: it goes on, or ends kindly.

A circle goes on while three are left, a duo as a pair while each side is there; a pair ends.
"""

from typing import Literal

from viceversa.relationships.rules.states import LEAST_IN_CIRCLE

type Outcome = Literal["untouched", "circle", "pair", "ends"]


def outcome(format: str, *, mentors: int, mentees: int, leaving: int) -> Outcome:
    """Return what becomes of it; `mentors` and `mentees` count those who stay."""
    if not leaving:
        return "untouched"
    if format == "circle" and mentors + mentees >= LEAST_IN_CIRCLE and mentors and mentees:
        return "circle"
    if format == "duo" and mentors == mentees == 1:
        return "pair"
    return "ends"
