"""The solver for any score matrix: no people, no criteria, just rows, columns and numbers."""

from .allocate import Allocation, allocate

__all__ = ["Allocation", "allocate"]
