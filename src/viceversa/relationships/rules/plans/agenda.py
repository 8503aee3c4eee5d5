"""The arithmetic of an agenda: its minutes fit, both sides give, it is there 48 hours before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICE = timedelta(hours=48)  # so that the mentee has time to think about it
TURNING_POINT = 3  # by this meeting pairs look up from tools to strategy, culture, talent


@dataclass(frozen=True, slots=True)
class Slice:
    """Minutes of a meeting in which `gives` (mentor, mentee or both) gives."""

    minutes: int
    gives: str


def due_at(starts_at: datetime) -> datetime:
    """Return when the agenda of a meeting should be with the mentee."""
    return starts_at - NOTICE


def minutes_by_giver(slices: Iterable[Slice]) -> dict[str, int]:
    """Return the minutes by who gives: `{"mentor": …, "mentee": …, "both": …}`."""
    sums = {"mentor": 0, "mentee": 0, "both": 0}
    for one in slices:
        sums[one.gives] += one.minutes
    return sums


def faults(
    slices: Sequence[Slice], minutes: int, *, circle: bool = False, keep_alive: bool = False
) -> tuple[str, ...]:
    """Return why these slices make no agenda of a meeting of `minutes`, in order of weight.

    `empty`; `too-long`; `no-mentor`, `no-mentee`: nobody of that side gives. In a circle what both
    give counts for either side; fifteen minutes to keep in touch need no two directions.
    """
    if not slices:
        return ("empty",)
    given = minutes_by_giver(slices)
    found = ["too-long"] if sum(given.values()) > minutes else []
    if not keep_alive and not (circle and given["both"]):
        found += [f"no-{side}" for side in ("mentor", "mentee") if not given[side]]
    return tuple(found)


def turn_to_strategy(number: int, rungs_used: Iterable[str]) -> bool:
    """Tell whether it is time to suggest rung three: third meeting or later, none of it yet."""
    return number >= TURNING_POINT and "strategy" not in set(rungs_used)
