"""The adapter for any score matrix, against SciPy, HiGHS and contradictions."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scipy.optimize import LinearConstraint, linear_sum_assignment, milp
from scipy.sparse import coo_array

from viceversa.engine import Infeasible, ProblemError, allocate

cells = st.one_of(st.integers(-9, 9).map(float), st.just(float("nan")))
matrices = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=cells)
)


def highs(
    scores: NDArray[np.float64],
    demand: tuple[Any, Any],
    capacity: tuple[Any, Any],
    fill: bool,
    groups: tuple[list[str], int] | None = None,
) -> tuple[int, float] | None:
    """Places filled (if they count) and the best sum, or None if the minimums cannot be met."""
    rows, columns = scores.shape
    pairs = np.argwhere(~np.isnan(scores))
    if not len(pairs):
        pairs = np.zeros((0, 2), dtype=int)
    sides = np.zeros((rows + columns, len(pairs)))
    for k, (i, j) in enumerate(pairs):
        sides[i, k] = sides[rows + j, k] = 1
    low = np.concatenate([np.full(rows, demand[0]), np.full(columns, capacity[0])])
    high = np.concatenate([np.full(rows, demand[1]), np.full(columns, capacity[1])])
    if not len(pairs):
        return None if low.any() else (0, 0.0)
    constraints = [LinearConstraint(sides, low, high)]
    if groups:
        for label in set(groups[0]):
            for j in range(columns):
                row = [float(groups[0][a] == label and b == j) for a, b in pairs]
                constraints.append(LinearConstraint(np.array([row]), ub=groups[1]))
    worth = scores[pairs[:, 0], pairs[:, 1]] + (1000.0 if fill else 0.0)
    found: Any = milp(
        -worth, constraints=constraints, integrality=np.ones(len(pairs)), bounds=(0, 1)
    )
    if found.x is None:
        return None
    count = round(found.x.sum())
    return (count if fill else 0), round(-found.fun - (1000 * count if fill else 0), 6)


@given(
    matrices,
    st.tuples(st.integers(0, 2), st.integers(0, 2)),
    st.tuples(st.integers(0, 2), st.integers(0, 2)),
    st.booleans(),
    st.booleans(),
)
def test_minimums_and_maximums_as_in_mixed_integer_programming(
    scores: NDArray[np.float64],
    rows: tuple[int, int],
    columns: tuple[int, int],
    fill: bool,
    grouped: bool,
) -> None:
    demand, capacity = (rows[0], sum(rows)), (columns[0], sum(columns))
    groups = (["a", "b", "a", "b", "a"][: len(scores)], 1) if grouped else None
    expected = highs(scores, demand, capacity, fill, groups)
    objective = "nobody-left-out" if fill else "best-fit"
    if expected is None:
        with pytest.raises(Infeasible) as refusal:
            allocate(scores, demand, capacity, objective=objective, groups=groups)
        assert refusal.value.wanted > refusal.value.places
        assert refusal.value.demands
        return
    result = allocate(scores, demand, capacity, objective=objective, groups=groups)
    assert (len(result.pairs) if fill else 0, round(result.value, 6)) == expected
    assert result.gap == (None if grouped else 0)


@pytest.mark.parametrize("size", [5, 60, 150])
@pytest.mark.parametrize("seed", [1, 2])
def test_costs_as_in_the_or_library(size: int, seed: int) -> None:
    # The published assignment instances have uniform whole costs from 1 to 100.
    costs = np.random.default_rng(seed).integers(1, 101, (size, size))
    rows, columns = linear_sum_assignment(costs)
    assert -allocate(-costs).value == costs[rows, columns].sum()


def test_fractions_are_solved_to_their_resolution() -> None:
    scores = np.random.default_rng(5).random((40, 30))
    rows, columns = linear_sum_assignment(scores, maximize=True)
    assert allocate(scores).value == pytest.approx(scores[rows, columns].sum(), abs=1e-5)


def test_a_sparse_matrix_allows_what_it_stores() -> None:
    stored = coo_array(([0.0, 5.0, 4.0], ([0, 0, 1], [0, 1, 1])), shape=(2, 2))
    assert allocate(stored).pairs.tolist() == [[0, 0], [1, 1]]


def test_pins_hold_bans_forbid_and_zero_demand_stays_out() -> None:
    scores = np.array([[9.0, 1.0], [8.0, 7.0], [6.0, 6.0]])
    result = allocate(scores, ([0, 0, 0], [1, 1, 0]), pinned=[(0, 1)], banned=[(1, 1)])
    assert result.pairs.tolist() == [[0, 1], [1, 0]]
    assert result.value == 9


def test_demands_that_cannot_be_met_together_are_named() -> None:
    nan = float("nan")
    scores = np.array([[1, nan, nan], [1, nan, nan], [1, 1, 1]])
    with pytest.raises(Infeasible, match="row 0, row 1 want at least 2 in all, but at most 1"):
        allocate(scores, (1, 1))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"scores": [[np.inf]]}, r"scores\[0, 0\]: is infinite"),
        ({"scores": [1.0, 2.0]}, "1 dimensions"),
        ({"scores": [[1.0]], "demand": (2, 1)}, "between 2 and 1"),
        ({"scores": [[1.0]], "demand": (-1, 1)}, "between -1 and 1"),
        ({"scores": [[1.0]], "capacity": (0, 1.5)}, "whole numbers"),
        ({"scores": [[1.0]], "demand": (0, [1, 1])}, "2 numbers for 1"),
        ({"scores": [[1.0]], "pinned": [(0, 1)]}, "outside the matrix"),
        ({"scores": [[1.0]], "pinned": [(0, 0), (0, 0)]}, "twice"),
        ({"scores": [[1.0]], "pinned": [(0, 0)], "banned": [(0, 0)]}, "is not allowed"),
        ({"scores": [[1.0, 1.0]], "pinned": [(0, 0), (0, 1)]}, "2 pins for 1"),
        ({"scores": [[1.0]], "objective": "most"}, "nobody-left-out or best-fit"),
        ({"scores": [[1.0]], "groups": (["a", "b"], 1)}, "2 labels for 1"),
    ],
)
def test_contradictions_are_refused_with_a_remedy(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ProblemError, match=message):
        allocate(**arguments)


def test_nothing_to_allocate_is_an_empty_answer() -> None:
    assert allocate(np.zeros((0, 3))).pairs.tolist() == []
    assert allocate(np.full((2, 2), np.nan)).value == 0
