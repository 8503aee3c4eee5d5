"""From a problem to an answer proven best."""

from .leftover import Counts, Unmatched
from .pairs import Contribution, Exchange, Gift, Pair
from .progress import Progress
from .restore import restore
from .solution import Solution
from .solve import solve

__all__ = [
    "Contribution",
    "Counts",
    "Exchange",
    "Gift",
    "Pair",
    "Progress",
    "Solution",
    "Unmatched",
    "restore",
    "solve",
]
