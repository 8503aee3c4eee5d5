"""Which pairs of a block the rules forbid, at once or rule by rule."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem.tables import BANNED, EXCLUDED, PREVIOUS, Amount, Position, Tables

from . import rules

# A rule's name, the columns it reads, its formula; cheap and decisive first.
type Formula = Callable[[Any, Position, Position], Amount]
FORMULAS: tuple[tuple[str, str, Formula], ...] = (
    ("same-person", "standing", rules.same_person),
    ("not-eligible", "standing", rules.not_eligible),
    ("not-willing", "standing", rules.not_willing),
    ("seniority", "standing", rules.seniority),
    ("reporting-line", "lines", rules.reporting_line),
    ("siblings-reports", "lines", rules.siblings_reports),
    ("same-unit", "places", rules.same_unit),
    ("language", "languages", rules.no_common_language),
    ("overlap", "week", rules.too_little_time),
)
BY_NAME = (("previous", PREVIOUS), ("excluded", EXCLUDED), ("banned", BANNED))
# A *must* criterion that earns nothing is a rule too: "must-topics" and so on.
RULE_NAMES = tuple(name for name, _, _ in FORMULAS) + tuple(name for name, _ in BY_NAME)


def forbidden_by_name(
    t: Tables, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.int32]:
    """Bits (previous, excluded, banned) of the pairs rows × columns forbidden by name."""
    kinds = np.zeros((len(rows), len(columns)), dtype=np.int32)
    if not len(t.forbidden.forbid_mentor):
        return kinds
    place = np.full(t.shape[1], -1, dtype=np.int64)
    place[columns] = np.arange(len(columns))
    for r, i in enumerate(rows):
        start, end = t.forbidden.forbid_start[i], t.forbidden.forbid_start[i + 1]
        if start < end:
            at = place[t.forbidden.forbid_mentor[start:end]]
            kinds[r, at[at >= 0]] = t.forbidden.forbid_kind[start:end][at >= 0]
    return kinds


def broken(
    t: Tables, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> Iterator[tuple[str, NDArray[np.bool_]]]:
    """Each rule with the pairs rows × columns it forbids."""
    i, j = rows[:, None], columns[None, :]
    shape = (len(rows), len(columns))
    for name, group, formula in FORMULAS:
        forbidden = formula(getattr(t, group), i, j)
        yield name, np.broadcast_to(np.asarray(forbidden, dtype=np.bool_), shape)
    kinds = forbidden_by_name(t, rows, columns)
    for name, kind in BY_NAME:
        yield name, (kinds & kind) != 0


def broken_pairs(
    t: Tables, mentees: NDArray[np.int64], mentors: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Which of single pairs (k,) at least one rule forbids."""
    result = np.zeros(len(mentees), dtype=np.bool_)
    for _, group, formula in FORMULAS:
        result |= np.asarray(formula(getattr(t, group), mentees, mentors), dtype=np.bool_)
    named, by_name = t.forbidden, PREVIOUS | EXCLUDED | BANNED
    for place, (i, j) in enumerate(zip(mentees, mentors, strict=True)):
        of_mentee = slice(named.forbid_start[i], named.forbid_start[i + 1])
        kinds = named.forbid_kind[of_mentee][named.forbid_mentor[of_mentee] == j]
        result[place] |= bool((kinds & by_name).any())
    return result


def infeasible(t: Tables, rows: NDArray[np.int64], columns: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which pairs rows × columns at least one rule forbids, or a pin has settled already."""
    result: NDArray[np.bool_] = forbidden_by_name(t, rows, columns) != 0
    for _, forbidden in broken(t, rows, columns):
        result |= forbidden
    return result
