"""“Third of six”: which meeting of the cohort's rhythm one is, and who must say yes."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

FIRST_CONTACT = timedelta(days=7)  # the first word is the senior's


def numbers(states: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Return the number of each meeting that counts, from (key, state) in the order of time."""
    counted = [key for key, state in states if state != "cancelled"]
    return {key: number for number, key in enumerate(counted, start=1)}


def missing(members: Iterable[int], yes: Iterable[int]) -> set[int]:
    """Return the members who have not said yes to a time."""
    return set(members) - set(yes)


def first_contact_by(opened_at: datetime) -> datetime:
    """Return until when the senior should have proposed a first time."""
    return opened_at + FIRST_CONTACT
