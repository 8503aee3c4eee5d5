"""Weak duality in whole numbers: what prices prove about every possible answer.

Maximise Σ c_ij x_ij - B Σ (y_i + y_j) over pairs x in {0, 1} and minimums missed y ≥ 0, subject to
min ≤ Σ x + y and Σ x ≤ max for each person. For any prices u, v ≥ -B and z_ij ≥ 0 with
u_i + v_j + z_ij ≥ c_ij for every feasible pair,

    Σ max·u⁺ - Σ min·u⁻ + Σ max·v⁺ - Σ min·v⁻ + Σ z  ≥  the value of every answer.

z belongs to x_ij ≤ 1 (the same two are not paired twice); it is positive on chosen pairs only,
where it equals c_ij - u_i - v_j.
"""

import numpy as np
from numpy.typing import NDArray

from .limits import Limits

type Wide = NDArray[np.int64]


def shortfall(limits: Limits, mentee: Wide, mentor: Wide) -> int:
    """How many minimums the chosen pairs (positions, one entry a pair) leave unmet, in places."""
    total = 0
    for chosen, fewest in ((mentee, limits.mentee_min), (mentor, limits.mentor_min)):
        counts = np.bincount(chosen, minlength=len(fewest))
        total += int(np.maximum(fewest - counts, 0).sum())
    return total


def primal_value(limits: Limits, mentee: Wide, mentor: Wide, worth: Wide, minimum: int) -> int:
    """Σ c over the chosen pairs minus B for each minimum missed."""
    return int(worth.sum()) - minimum * shortfall(limits, mentee, mentor)


def dual_bound(limits: Limits, mentee_prices: Wide, mentor_prices: Wide, surplus: int) -> int:
    """The bound that the prices prove; `surplus` is Σ z."""
    # Python's whole numbers: prices times places may pass 64 bits in a forged certificate.
    total = surplus
    for prices, fewest, most in (
        (mentee_prices, limits.mentee_min, limits.mentee_max),
        (mentor_prices, limits.mentor_min, limits.mentor_max),
    ):
        for price, low, high in zip(prices.tolist(), fewest.tolist(), most.tolist(), strict=True):
            total += price * (high if price > 0 else low)
    return total
