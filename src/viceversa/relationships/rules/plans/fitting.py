"""Makes the parts of a session plan fit the minutes that are left, in their proportions."""

from collections.abc import Sequence

STEP = 5  # minutes people like to count in
LEAST = 3  # minutes below which a part is not worth announcing


def fit(parts: Sequence[int], room: int) -> tuple[int, ...] | None:
    """Return minutes for each part, together at most `room`; None where they cannot fit.

    Parts that fit stay as they are and are never stretched. Otherwise they shrink in proportion, in
    steps of five minutes where there are enough of them, else minute by minute, never below three.
    """
    if sum(parts) <= room:
        return tuple(parts)
    if room >= STEP * len(parts):
        return tuple(STEP * units for units in _share(parts, room // STEP, 1))
    if room >= LEAST * len(parts):
        return _share(parts, room, LEAST)
    return None


def _share(parts: Sequence[int], units: int, least: int) -> tuple[int, ...]:
    """Share whole units out by largest remainder, each part getting `least` first."""
    spare = units - least * len(parts)
    whole = sum(parts)
    ideal = [part * spare / whole for part in parts]
    given = [int(one) for one in ideal]
    order = sorted(range(len(parts)), key=lambda i: (given[i] - ideal[i], i))
    for index in order[: spare - sum(given)]:
        given[index] += 1
    return tuple(least + one for one in given)
