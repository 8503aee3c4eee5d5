"""Hours as one total: what was held and what preparing it takes."""

from collections.abc import Iterable

HOUR = 60  # minutes


def total_hours(held: Iterable[tuple[int, int]]) -> float:
    """Return the hours of meetings given as (minutes, minutes of preparation), to the half hour.

    Rounded to the nearest half, halves of a half upwards: a total that cannot be taken apart.
    """
    minutes = sum(length + preparing for length, preparing in held)
    return int(minutes * 2 / HOUR + 0.5) / 2
