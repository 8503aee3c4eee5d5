"""What comes of a planned end: only what everybody asked for."""

from collections.abc import Sequence


def outcome(choices: Sequence[str | None], *, overdue: bool = False) -> str | None:
    """Return `continued`, `turned` or `concluded`; None while an answer is waited for.

    `choices` holds one of `continue`, `turn`, `rest` a member, or None. Silence is not consent:
    once overdue, whoever has not answered counts as not having asked for more.
    """
    if None in choices and not overdue:
        return None
    if choices and all(choice == "continue" for choice in choices):
        return "continued"
    if choices and all(choice == "turn" for choice in choices):
        return "turned"
    return "concluded"


def may_turn(format: str) -> bool:
    """Tell whether roles can be swapped: in a circle everybody gives and receives already."""
    return format != "circle"
