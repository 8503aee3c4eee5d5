"""Passes over all pairs: the only place that knows how large the problem is."""

from .base import INFEASIBLE, Candidates, Query, Sweep, gathered
from .dense import DenseSweep
from .people import PeopleSweep, sweep_of
from .schedule import Scheduler, Serial, Threads

__all__ = [
    "INFEASIBLE",
    "Candidates",
    "DenseSweep",
    "PeopleSweep",
    "Query",
    "Scheduler",
    "Serial",
    "Sweep",
    "Threads",
    "gathered",
    "sweep_of",
]
