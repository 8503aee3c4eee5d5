"""Rows with demands, columns with places, any scores: the best allocation, proven."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits, shortfall
from viceversa.engine.problem import Fault, ProblemError
from viceversa.engine.scoring import Reward
from viceversa.engine.scoring.reward import NOTHING
from viceversa.engine.solvers.columns import optimum
from viceversa.engine.solvers.progress import Reporter
from viceversa.engine.sweep import DenseSweep

from .grouped import GroupLimit, grouped_pairs
from .matrix import Whole, cells, dense, limits, whole
from .unmet import unmet

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class Allocation:
    """Chosen cells and what they are worth.

    `pairs` (k, 2): rows and columns in order, pinned ones included; `value`: sum of the scores.
    `gap`: 0, bound minus value in whole numbers, proven by `row_prices` and `column_prices`;
    None with group limits, where the flow solver's word is taken.
    """

    pairs: Wide
    value: float
    gap: int | None
    row_prices: Wide | None = None
    column_prices: Wide | None = None


def allocate(
    scores: Any,
    demand: tuple[Any, Any] = (0, 1),
    capacity: tuple[Any, Any] = (0, 1),
    pinned: Iterable[tuple[int, int]] = (),
    banned: Iterable[tuple[int, int]] = (),
    objective: str = "nobody-left-out",
    groups: tuple[Sequence[Any], int] | None = None,
) -> Allocation:
    """Allocate rows to columns, each cell at most once, with the highest sum of scores.

    `scores` (rows, columns): a dense matrix (NaN: not allowed) or a SciPy sparse one (not
    stored: not allowed), any finite numbers; negate costs. `demand`, `capacity`: fewest and
    most of each row and column, one number or one for each; minimums are promises: if they
    cannot all be kept, `Infeasible` says which and why. `objective`: "nobody-left-out" fills as
    many places as possible first, "best-fit" takes a cell only if it adds to the sum. `groups`:
    a label for each row and the most rows of one label that a column may take.

    Raises `ProblemError` for input that contradicts itself.
    """
    matrix = dense(scores)
    fixed = cells("pinned", pinned, matrix.shape)
    for i, j in cells("banned", banned, matrix.shape):
        matrix[i, j] = np.nan
    numbers = whole(matrix)
    left = _without_pins(matrix, numbers, limits(matrix.shape, demand, capacity), fixed)
    reward = _reward(numbers, left, objective)
    limit = GroupLimit.of(groups, matrix.shape, fixed)
    if limit is None:
        result = _proven(numbers, left, reward)
    else:
        chosen = grouped_pairs(numbers.matrix, left, reward, limit)
        result = Allocation(chosen, 0.0, None)
    if shortfall(left, result.pairs[:, 0], result.pairs[:, 1]):
        raise unmet(numbers.matrix, left, result.pairs, limit)
    pairs = np.concatenate([result.pairs, np.array(fixed, dtype=np.int64).reshape(-1, 2)])
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    value = float(matrix[pairs[:, 0], pairs[:, 1]].sum())
    return Allocation(pairs, value, result.gap, result.row_prices, result.column_prices)


def _without_pins(
    matrix: NDArray[np.float64], numbers: Whole, bounds: Limits, fixed: list[list[int]]
) -> Limits:
    """What is left to decide; pinned cells are closed so that they are not taken twice."""
    for i, j in fixed:
        if np.isnan(matrix[i, j]):
            remedy = "Remove the pin, or allow the pair."
            raise ProblemError((Fault("pin", f"pinned ({i}, {j})", "is not allowed", remedy),))
        numbers.matrix[i, j] = -1
    rows = np.bincount([i for i, _ in fixed], minlength=matrix.shape[0]).astype(np.int64)
    columns = np.bincount([j for _, j in fixed], minlength=matrix.shape[1]).astype(np.int64)
    for name, used, most in (
        ("row", rows, bounds.mentee_max),
        ("column", columns, bounds.mentor_max),
    ):
        if (used > most).any():
            at = int(np.flatnonzero(used > most)[0])
            what = f"{used[at]} pins for {most[at]} place(s)"
            raise ProblemError((Fault("pin", f"{name} {at}", what, "Remove a pin."),))
    return Limits(
        np.maximum(bounds.mentee_min - rows, 0),
        bounds.mentee_max - rows,
        np.maximum(bounds.mentor_min - columns, 0),
        bounds.mentor_max - columns,
    )


def _reward(numbers: Whole, left: Limits, objective: str) -> Reward:
    if objective not in ("nobody-left-out", "best-fit"):
        remedy = "Use nobody-left-out or best-fit."
        raise ProblemError((Fault("objective", "objective", repr(objective), remedy),))
    beyond = left.most_pairs * numbers.scale + 1
    offset = round(numbers.low / numbers.unit)
    # Whole scores count from 0; in *best-fit* the pairs' worth counts from the true zero.
    place = beyond if objective == "nobody-left-out" else offset
    return Reward(True, numbers.scale, NOTHING, place, 2 * beyond - offset)


def _proven(numbers: Whole, left: Limits, reward: Reward) -> Allocation:
    sweep = DenseSweep(numbers.matrix, numbers.scale)
    best = optimum(sweep, left, reward, Reporter(numbers.matrix.size, None, None))
    pairs = np.stack([best.mentee, best.mentor], axis=1)
    gap = best.bound - best.value
    return Allocation(pairs, 0.0, gap, best.mentee_prices, best.mentor_prices)
