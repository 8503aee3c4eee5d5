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
        return tuple(STEP * units for units in _share(parts, room // STEP, 1, STEP))
    if room >= LEAST * len(parts):
        return _share(parts, room, LEAST, 1)
    return None


def _share(parts: Sequence[int], units: int, least: int, unit: int) -> tuple[int, ...]:
    """Share whole units out, one after another to the part that has least of its due.

    Each part gets `least` first and never more than it had (`unit` minutes each).
    """
    given = [least] * len(parts)
    for _ in range(units - sum(given)):
        wanting = [i for i, part in enumerate(parts) if (given[i] + 1) * unit <= part]
        if not wanting:
            break
        given[min(wanting, key=lambda i: (given[i] / parts[i], i))] += 1
    return tuple(given)
