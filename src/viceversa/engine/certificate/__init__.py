"""The proof that comes with an answer, and its check, independent of every solver."""

from .bound import dual_bound, primal_value, shortfall
from .document import ENGINE_VERSION, FORMAT, sealed
from .limits import Limits, limits_of, most_pairs_of, pinned_positions
from .verify import Verification, verify, verify_with

__all__ = [
    "ENGINE_VERSION",
    "FORMAT",
    "Limits",
    "Verification",
    "dual_bound",
    "limits_of",
    "most_pairs_of",
    "pinned_positions",
    "primal_value",
    "sealed",
    "shortfall",
    "verify",
    "verify_with",
]
