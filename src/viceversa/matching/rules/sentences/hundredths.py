"""Parts with two decimals that add up: what a reader sums must give the sum below."""

from collections.abc import Sequence

NOISE = 1e-9  # smaller differences come from floating point


def shown(parts: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Each (weight, earned) with two decimals; both columns add up to their rounded sums.

    Every number moves by less than 0.01. Nothing earns more than it weighs, and what is earned
    whole shows as whole wherever the sum allows it.
    """
    whole = [weight - earned < NOISE for weight, earned in parts]
    weights = _apportioned([weight for weight, _ in parts], [100] * len(parts), whole)
    gains = _apportioned([earned for _, earned in parts], weights, whole)
    return [(weight / 100, gain / 100) for weight, gain in zip(weights, gains, strict=True)]


def _apportioned(parts: Sequence[float], most: Sequence[int], first: Sequence[bool]) -> list[int]:
    """Hundredths by largest remainder, those in `first` before the others, none beyond `most`."""
    exact = [part * 100 for part in parts]
    counts = [int(value + NOISE) for value in exact]
    left = round(sum(exact)) - sum(counts)
    for k in sorted(range(len(parts)), key=lambda k: (not first[k], counts[k] - exact[k], k)):
        if left > 0 and counts[k] < most[k] and exact[k] - counts[k] > NOISE:
            counts[k] += 1
            left -= 1
    return counts
