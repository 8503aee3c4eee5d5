"""Weekly availability as bit sets, exact to the minute whatever the windows.

The bounds that occur anywhere cut the week into stretches within which nobody's availability
changes. Stretches of one length share words, so common time is a weighted count of common bits.
Stretches that serve only one side are dropped.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .columns import bit_sets

WEEK = 7 * 24 * 60

type Windows = Sequence[tuple[int, int]]


def merged(windows: Windows) -> list[tuple[int, int]]:
    """The same time as sorted, separate windows; a wrapping end is cut in two."""
    pieces: list[tuple[int, int]] = []
    for start, end in windows:
        if end > WEEK:
            pieces += [(start, WEEK), (0, min(end - WEEK, WEEK))]
        else:
            pieces.append((start, end))
    result: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def common(first: Windows, second: Windows) -> list[tuple[int, int]]:
    """The windows two people share, in minutes of the week (UTC)."""
    return [
        (max(a, c), min(b, d))
        for a, b in merged(first)
        for c, d in merged(second)
        if max(a, c) < min(b, d)
    ]


def week_bits(
    mentees: Sequence[Windows], mentors: Sequence[Windows]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.int64]]:
    """Bit sets (words, m) and (words, n) and the minutes each bit of a word stands for."""
    sides = [[merged(windows) for windows in side] for side in (mentees, mentors)]
    bounds = sorted({edge for side in sides for own in side for pair in own for edge in pair})
    position = {bound: index for index, bound in enumerate(bounds)}
    stretches = [
        [[k for start, end in own for k in range(position[start], position[end])] for own in side]
        for side in sides
    ]
    used = [{k for own in side for k in own} for side in stretches]
    places, minutes = _places(bounds, sorted(used[0] & used[1]))
    kept = [[[k for k in own if k in places] for own in side] for side in stretches]
    words = max(len(minutes), 1)
    return (
        bit_sets(kept[0], places, words),
        bit_sets(kept[1], places, words),
        np.array(minutes or [0], dtype=np.int64),
    )


def _places(bounds: Sequence[int], stretches: Sequence[int]) -> tuple[dict[int, int], list[int]]:
    """Give each stretch a bit so that a word holds stretches of one length only."""
    by_length: dict[int, list[int]] = {}
    for k in stretches:
        by_length.setdefault(bounds[k + 1] - bounds[k], []).append(k)
    places: dict[int, int] = {}
    minutes: list[int] = []
    for length in sorted(by_length):
        for index, k in enumerate(by_length[length]):
            if index % 64 == 0:
                minutes.append(length)
            places[k] = (len(minutes) - 1) * 64 + index % 64
    return places, minutes
