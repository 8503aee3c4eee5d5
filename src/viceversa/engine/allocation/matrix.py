"""A foreign score matrix in whole numbers, and everything that can be wrong with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.problem import Fault, ProblemError

type Wide = NDArray[np.int64]
type Bounds = tuple[Any, Any]

# Fractions are counted in this many parts of the widest difference between two scores.
FINENESS = 10**7
# Whole scores up to here are taken as they are.
LARGEST = 2**31


@dataclass(frozen=True)
class Whole:
    """Scores as whole numbers from 0: score = low + unit × whole; -1 where not allowed."""

    matrix: Wide
    low: float
    unit: float

    @property
    def scale(self) -> int:
        """The highest whole score."""
        return int(self.matrix.max(initial=0))


def dense(scores: Any) -> NDArray[np.float64]:
    """The matrix as numbers, NaN where not allowed; a sparse one allows what it stores."""
    if hasattr(scores, "tocoo"):
        cells = scores.tocoo()
        matrix = np.full(cells.shape, np.nan)
        matrix[cells.row, cells.col] = cells.data
    else:
        try:
            matrix = np.array(scores, dtype=np.float64)
        except (TypeError, ValueError) as error:
            remedy = "Give a number for each pair, and rows of one length."
            raise _refused("scores", "not a table of numbers", remedy) from error
    if matrix.size == 0:
        matrix = matrix.reshape(matrix.shape if matrix.ndim == 2 else (0, 0))
    if matrix.ndim != 2:
        raise _refused("scores", f"{matrix.ndim} dimensions", "Give one row a demand.")
    if np.isinf(matrix).any():
        i, j = np.argwhere(np.isinf(matrix))[0]
        raise _refused(
            f"scores[{i}, {j}]", "is infinite", "Use a number, or NaN for a pair not allowed."
        )
    return matrix


def whole(matrix: NDArray[np.float64]) -> Whole:
    """Whole numbers: exact where the scores are whole, to a ten-millionth of their range else."""
    values = matrix[~np.isnan(matrix)]
    low = float(min(values.min(initial=0.0), 0.0))
    span = float(values.max(initial=0.0)) - low
    exact = bool((values == np.rint(values)).all()) and span <= LARGEST
    unit = 1.0 if exact or not span else span / FINENESS
    scaled = np.rint((np.where(np.isnan(matrix), low, matrix) - low) / unit).astype(np.int64)
    return Whole(np.where(np.isnan(matrix), -1, scaled), low, unit)


def limits(shape: tuple[int, int], demand: Bounds, capacity: Bounds) -> Limits:
    """Fewest and most of each row and column; one number stands for all."""
    sides = []
    for name, size, bounds in zip(("demand", "capacity"), shape, (demand, capacity), strict=True):
        for which, value in zip(("minimum", "maximum"), bounds, strict=True):
            numbers = np.asarray(value)
            if numbers.ndim == 0:
                numbers = np.full(size, numbers)
            if numbers.shape != (size,):
                raise _refused(
                    f"{name} {which}", f"{len(numbers)} numbers for {size}", "Give one for each."
                )
            if not (np.isfinite(numbers) & (numbers == np.rint(numbers))).all():
                raise _refused(f"{name} {which}", "not whole", "Use whole numbers.")
            sides.append(numbers.astype(np.int64))
        wrong = np.flatnonzero((sides[-2] < 0) | (sides[-1] < sides[-2]))
        if len(wrong):
            raise _refused(
                f"{name} of {wrong[0]}",
                f"between {sides[-2][wrong[0]]} and {sides[-1][wrong[0]]} cannot be met",
                "Use 0 ≤ minimum ≤ maximum.",
            )
    return Limits(*sides)


def cells(name: str, pairs: Iterable[tuple[int, int]], shape: tuple[int, int]) -> list[list[int]]:
    """Pairs of row and column, each once and within the matrix."""
    listed = [[int(i), int(j)] for i, j in pairs]
    for i, j in listed:
        if not (0 <= i < shape[0] and 0 <= j < shape[1]):
            raise _refused(f"{name} ({i}, {j})", "is outside the matrix", "Count from 0.")
    if len({tuple(cell) for cell in listed}) < len(listed):
        raise _refused(name, "the same pair twice", "Keep one.")
    return listed


def _refused(where: str, what: str, remedy: str) -> ProblemError:
    return ProblemError((Fault("allocate", where, what, remedy),))
