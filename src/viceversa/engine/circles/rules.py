"""What a circle must be: of two units and two levels, outside all lines, every wish met."""

from collections.abc import Sequence

from .table import CircleTable

# Fewest different units and levels; a circle of people without any declared is not judged.
FEWEST_KINDS = 2


def faults_of(table: CircleTable, members: Sequence[int]) -> dict[str, int]:
    """How far a circle is from the rules, by rule; empty when it keeps them all.

    "apart": pairs that must not meet; "units", "levels": kinds missing; "topics": wishes that
    nobody else in the circle meets.
    """
    faults = {
        "apart": sum(bool(table.apart[a, b]) for k, a in enumerate(members) for b in members[:k]),
        "units": _missing(table.unit[list(members)].tolist()),
        "levels": _missing(table.band[list(members)].tolist()),
        "topics": sum(
            all(topic not in table.gives[b] for b in members if b != a)
            for a in members
            for topic in table.wants[a]
        ),
    }
    return {name: count for name, count in faults.items() if count}


def _missing(codes: Sequence[int]) -> int:
    known = {code for code in codes if code >= 0}
    return max(0, FEWEST_KINDS - len(known)) if known else 0


def worth_of(table: CircleTable, members: Sequence[int]) -> int:
    """What the members of a circle give each other: the sum over its pairs."""
    inside = table.fit[list(members)][:, list(members)]
    return int(inside.sum()) // 2


def sizes_of(people: int, low: int, high: int, wanted: int | None = None) -> list[int]:
    """Balanced sizes: they differ by one at most and lie within the limits.

    As near to `wanted` (default: the middle) as balance allows; empty if no number of circles
    fits, which only happens below `low` people or between the multiples of a narrow range.
    """
    aim = wanted or (low + high) / 2
    fits = [k for k in range(1, people // low + 1) if k * low <= people <= k * high]
    if not fits:
        return []
    count = min(fits, key=lambda k: (abs(people / k - aim), k))
    return [people // count + (k < people % count) for k in range(count)]
