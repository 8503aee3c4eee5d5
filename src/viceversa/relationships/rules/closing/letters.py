"""A letter's number, and time together in words a person would use."""

from collections.abc import Iterable


def number_of(random_id: str) -> str:
    """Return the number of a letter from twelve random letters and digits: VV-7K2M-9QXP-3RTD."""
    groups = [random_id[start : start + 4] for start in range(0, 12, 4)]
    return "-".join(["VV", *groups]).upper()


def tidy_number(text: str) -> str:
    """Return a number as it is kept, from what somebody typed or pasted."""
    letters = [letter for letter in text.upper() if letter.isalnum()]
    core = "".join(letters).removeprefix("VV")
    return number_of(core) if len(core) == 12 else ""


def hours_and_minutes(lengths: Iterable[int]) -> tuple[int, int]:
    """Return so many minutes of meetings as whole hours and the minutes left over."""
    return divmod(sum(lengths), 60)
