"""From lists of facts to columns: codes, padded lists, bit sets."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


def codes_of(values: Iterable[str]) -> dict[str, int]:
    """Number the different values in sorted order, so that the input's order does not matter."""
    return {value: code for code, value in enumerate(sorted(set(values)))}


def padded(rows: Sequence[Sequence[int]], filler: int) -> NDArray[np.int32]:
    """Rows of different lengths as one array (rows, longest); at least one column."""
    width = max((len(row) for row in rows), default=0) or 1
    table = np.full((len(rows), width), filler, dtype=np.int32)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def bit_sets(
    sets: Sequence[Iterable[int]], places: Mapping[int, int], words: int
) -> NDArray[np.uint64]:
    """Sets of codes as bits, shape (words, sets); `places[code]` is the bit's absolute place."""
    table = np.zeros((max(words, 1), len(sets)), dtype=np.uint64)
    for column, members in enumerate(sets):
        bits = 0
        for code in members:
            bits |= 1 << places[code]
        for word in range(words):
            table[word, column] = (bits >> (64 * word)) & 0xFFFF_FFFF_FFFF_FFFF
    return table


def shares(values: Sequence[int], whole: int) -> list[int]:
    """Split `whole` in proportion to `values` into integers that add up to it exactly.

    Largest remainder; equal remainders go to the earlier value.
    """
    total = sum(values)
    parts = [whole * value // total for value in values]
    remainders = sorted(range(len(values)), key=lambda k: (-(whole * values[k] % total), k))
    for index in remainders[: whole - sum(parts)]:
        parts[index] += 1
    return parts
