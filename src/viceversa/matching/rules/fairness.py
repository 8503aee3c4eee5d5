"""Does any group get a better deal? Mean fit with its interval, and nothing about few people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

FEWEST = 5  # a group with fewer people is never shown
Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Group:
    """A group of people of one role. `mean`, `low`, `high` are None where it may not be shown.

    `complement` is true where the group is large enough but would give a smaller one away.
    """

    label: str
    role: str
    number: int
    mean: float | None
    low: float | None
    high: float | None
    complement: bool = False


def student(freedom: int) -> float:
    """Return the two-sided 95 % quantile of Student's t (Cornish-Fisher, within 2 % from 4 up)."""
    z3, z5 = Z**3, Z**5
    return Z + (z3 + Z) / (4 * freedom) + (5 * z5 + 16 * z3 + 3 * Z) / (96 * freedom**2)


def groups(rows: Iterable[tuple[str, str, float]]) -> list[Group]:
    """Return the groups of (label, role, score) rows by label, mentees and mentors apart.

    Where exactly one group of a role is hidden, the next smallest is hidden, too: with the total
    known, the difference would tell.
    """
    found: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for label, role, score in rows:
        found[role][label].append(score)
    told: list[Group] = []
    for role in sorted(found):
        sizes = sorted((len(scores), label) for label, scores in found[role].items())
        hidden = {label for size, label in sizes if size < FEWEST}
        complement = {sizes[1][1]} if len(hidden) == 1 and len(sizes) > 1 else set()
        told += [
            _group(label, role, scores, label in hidden | complement, label in complement)
            for label, scores in found[role].items()
        ]
    return sorted(told, key=lambda group: (group.label.casefold(), group.role))


def _group(label: str, role: str, scores: Sequence[float], hidden: bool, complement: bool) -> Group:
    if hidden:
        return Group(label, role, len(scores), None, None, None, complement)
    mean = fmean(scores)
    half = student(len(scores) - 1) * stdev(scores) / sqrt(len(scores))
    return Group(label, role, len(scores), mean, max(mean - half, 0.0), min(mean + half, 1.0))


def histogram(scores: Sequence[float], width: float = 0.05) -> list[tuple[float, float, int]]:
    """Return (from, to, count) bars from the lowest occupied to 1, none left out between."""
    if not scores:
        return []
    steps = round(1 / width)
    counts = [0] * steps
    for score in scores:
        counts[min(int(score / width + 1e-9), steps - 1)] += 1
    first = next(place for place, count in enumerate(counts) if count)
    return [(place * width, (place + 1) * width, counts[place]) for place in range(first, steps)]
