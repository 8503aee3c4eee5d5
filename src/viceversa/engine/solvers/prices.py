"""Prices that prove an answer best among the candidates: the least mentor prices there are.

Raising a mentor's price lowers what the mentees paired with them have left, which raises the
price of every other mentor they would rather have. Starting from the lowest prices allowed, this
settles at the least fixed point, label by label (Bellman and Ford on the residual graph).
"""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.scoring import Reward

from .flow import SolverFailed

type Wide = NDArray[np.int64]

UNBOUNDED = np.iinfo(np.int64).max // 4


def least_mentor_prices(
    limits: Limits,
    mentee: Wide,
    mentor: Wide,
    worth: Wide,
    chosen: NDArray[np.bool_],
    reward: Reward,
) -> tuple[Wide, Wide]:
    """Prices (m,), (n,) that satisfy complementary slackness with the chosen candidates.

    The candidates must be sorted by mentee. Raises `SolverFailed` if no such prices exist, that
    is, if the chosen candidates are not the best.
    """
    m, n = len(limits.mentee_max), len(limits.mentor_max)
    minimum = reward.minimum
    beyond = reward.place + reward.top + minimum
    _, ceiling = _bounds(limits.mentee_min, limits.mentee_max, mentee[chosen], minimum, beyond)
    floor, _ = _bounds(limits.mentor_min, limits.mentor_max, mentor[chosen], minimum, beyond)
    v = floor.copy()
    u = ceiling.copy()
    np.minimum.at(u, mentee[chosen], worth[chosen] - v[mentor[chosen]])
    starts = np.searchsorted(mentee, np.arange(m + 1))
    taken = _by_mentor(mentor, chosen, n)
    free = np.flatnonzero(~chosen)
    _raise(v, mentor[free], worth[free] - u[mentee[free]])
    changed = np.flatnonzero(v > floor)
    for _ in range(m + n + 2):
        if not len(changed):
            break
        rows = _lower(u, v, changed, taken, mentee, worth)
        edges = _ranges(starts[rows], starts[rows + 1])
        edges = edges[~chosen[edges]]
        before = v.copy() if len(edges) * 8 > n else None
        changed = _raised(v, before, mentor[edges], worth[edges] - u[mentee[edges]])
    else:
        raise SolverFailed("No prices prove the flow best: it is not, or the costs overflowed.")
    return u, v


def _bounds(fewest: Wide, most: Wide, chosen: Wide, minimum: int, beyond: int) -> tuple[Wide, Wide]:
    """The lowest and highest price that each person's number of partners allows."""
    counts = np.bincount(chosen, minlength=len(most))
    low = np.where((fewest > 0) & (counts <= fewest), -minimum, 0)
    high = np.where(counts < fewest, -minimum, np.where(counts < most, 0, UNBOUNDED))
    # Nobody can be paired with a person without places: any price is right, so one that says so.
    shut = most == 0
    return np.where(shut, beyond, low), np.where(shut, beyond, high)


def _by_mentor(mentor: Wide, chosen: NDArray[np.bool_], n: int) -> tuple[Wide, Wide]:
    """The chosen candidates by mentor: where each mentor's list starts (n + 1,), and the list."""
    edges = np.flatnonzero(chosen)
    edges = edges[np.argsort(mentor[edges], kind="stable")]
    return np.searchsorted(mentor[edges], np.arange(n + 1)), edges


def _ranges(starts: Wide, ends: Wide) -> Wide:
    """All whole numbers in the ranges, one after the other."""
    lengths = ends - starts
    if not lengths.sum():
        return np.zeros(0, dtype=np.int64)
    offsets = np.repeat(starts - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths)
    result: Wide = np.arange(lengths.sum()) + offsets
    return result


def _raise(v: Wide, where: Wide, values: Wide) -> None:
    np.maximum.at(v, where, values)


def _raised(v: Wide, before: Wide | None, where: Wide, values: Wide) -> Wide:
    """Raise prices; the positions that changed."""
    if before is not None:
        _raise(v, where, values)
        return np.flatnonzero(v > before)
    touched = np.unique(where[values > v[where]])
    _raise(v, where, values)
    return touched


def _lower(
    u: Wide, v: Wide, changed: Wide, taken: tuple[Wide, Wide], mentee: Wide, worth: Wide
) -> Wide:
    """Lower what the mentees of the changed mentors have left; the mentees that changed."""
    starts, edges = taken
    own = edges[_ranges(starts[changed], starts[changed + 1])]
    by = np.repeat(changed, starts[changed + 1] - starts[changed])
    left = worth[own] - v[by]
    lower = left < u[mentee[own]]
    np.minimum.at(u, mentee[own], left)
    return np.unique(mentee[own][lower])
