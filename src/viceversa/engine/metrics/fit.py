"""How well the pairs fit: a histogram, the spread, and how many of their wishes people got."""

from dataclasses import dataclass

import numpy as np

from viceversa.engine.scoring import highest
from viceversa.engine.solvers import Solution

BINS = 20


@dataclass(frozen=True, slots=True)
class Histogram:
    """Counts of pairs by score; `edges` has one entry more than `counts`, from 0 to 1."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Distribution:
    """Order statistics of the scores of all pairs; None everywhere when there are none."""

    pairs: int
    worst: float | None
    lower: float | None
    median: float | None
    upper: float | None
    best: float | None
    mean: float | None


def histogram(solution: Solution, bins: int = BINS) -> Histogram:
    """The scores of all pairs in equal bins from 0 to 1; a score of 1 is in the last."""
    scale = highest(solution.problem.tables)
    places = np.minimum(solution.scores * bins // scale, bins - 1)
    counts = np.bincount(places, minlength=bins)
    return Histogram(tuple(k / bins for k in range(bins + 1)), tuple(counts.tolist()))


def distribution(solution: Solution) -> Distribution:
    """Quartiles, extremes and mean of the scores."""
    scores = solution.scores / highest(solution.problem.tables)
    if not len(scores):
        return Distribution(0, None, None, None, None, None, None)
    worst, lower, median, upper, best = np.quantile(scores, [0, 0.25, 0.5, 0.75, 1]).tolist()
    mean = float(scores.mean())
    return Distribution(len(scores), worst, lower, median, upper, best, mean)
