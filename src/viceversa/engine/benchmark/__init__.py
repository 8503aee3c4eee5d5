"""What the engine takes in time and memory, and what its peers take on the same scores."""

from .command import main
from .measure import Measurement, benchmark
from .peers import PEERS

__all__ = ["PEERS", "Measurement", "benchmark", "main"]
