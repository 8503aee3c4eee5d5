"""The score of a pair: Σ weight × criterion, a whole number from 0 to UNIT × Σ weight."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem.tables import UNIT, Amount, Position, Tables

from .availability import availability
from .language import language
from .mixing import mixing
from .preferences import preferences
from .reciprocity import reciprocity
from .style import style
from .topics import topics
from .waiting import waiting

# In the order of CRITERIA: the columns a criterion reads, and its formula.
FORMULAS: tuple[tuple[str, Callable[[Any, Position, Position], Amount]], ...] = (
    ("topics", topics),
    ("returns", reciprocity),
    ("languages", language),
    ("week", availability),
    ("places", mixing),
    ("named", preferences),
    ("waits", waiting),
    ("styles", style),
)


def highest(t: Tables) -> int:
    """The score of a perfect pair: the scale by which a whole score becomes a number in [0, 1]."""
    return UNIT * int(t.weights.sum())


def scores(
    t: Tables, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Whole scores of the pairs rows × columns, and which of them a *must* forbids."""
    i, j = rows[:, None], columns[None, :]
    total = np.zeros((len(rows), len(columns)), dtype=np.int64)
    forbidden = np.zeros(total.shape, dtype=np.bool_)
    for weight, must, (group, formula) in zip(t.weights, t.musts, FORMULAS, strict=True):
        if weight:
            part = formula(getattr(t, group), i, j)
            total += weight * part
            if must:
                forbidden |= part == 0
    return total, forbidden


def earned(t: Tables, mentees: NDArray[np.int64], mentors: NDArray[np.int64]) -> NDArray[np.int64]:
    """What single pairs (k,) earn by each criterion, 0 to UNIT, counted or not: (8, k)."""
    result = np.zeros((len(FORMULAS), len(mentees)), dtype=np.int64)
    for row, (group, formula) in zip(result, FORMULAS, strict=True):
        row[:] = formula(getattr(t, group), mentees, mentors)
    return result


def pair_scores(
    t: Tables, mentees: NDArray[np.int64], mentors: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Whole scores of single pairs (k,), allowed or not."""
    total: NDArray[np.int64] = t.weights @ earned(t, mentees, mentors)
    return total
