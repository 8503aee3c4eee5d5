"""What an answer looks like from above: fit, fairness, robustness, the price of objectives."""

from .audit import Audit, GroupLine, Interval, audit
from .fit import Distribution, Histogram, distribution, histogram
from .frontier import Point, frontier
from .matrix import score_matrix
from .robustness import Robustness, robustness

__all__ = [
    "Audit",
    "Distribution",
    "GroupLine",
    "Histogram",
    "Interval",
    "Point",
    "Robustness",
    "audit",
    "distribution",
    "frontier",
    "histogram",
    "robustness",
    "score_matrix",
]
