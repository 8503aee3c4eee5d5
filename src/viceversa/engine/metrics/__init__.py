"""What an answer looks like from above: fit, fairness, robustness."""

from .fit import Distribution, Histogram, distribution, histogram
from .matrix import score_matrix

__all__ = ["Distribution", "Histogram", "distribution", "histogram", "score_matrix"]
