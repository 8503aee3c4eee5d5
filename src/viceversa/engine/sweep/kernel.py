"""The compiled pass: the very formulas of `scoring` and `feasibility`, one pair at a time.

A pair is dropped as soon as the rest of its criteria cannot lift it above what is needed, and
the hard rules are asked only about pairs that would be kept.
"""

from typing import Any

import numba
import numpy as np
from numba.core import types
from numba.extending import intrinsic, overload

from ..feasibility import rules
from ..problem.tables import Tables
from ..scoring.total import FORMULAS

compiled = numba.njit(nogil=True, cache=True, _nrt=False)
inlined = numba.njit(_nrt=False, forceinline=True)


@intrinsic
def _population(typing_context: Any, word: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.int64(types.uint64), generate


@overload(np.bitwise_count)
def _bitwise_count(word):  # type: ignore[no-untyped-def]
    """Numba does not know this NumPy function for numbers yet; processors do."""
    if isinstance(word, types.Integer):
        return lambda word: _population(np.uint64(word))
    return None


topics, reciprocity, language, availability, mixing, preferences, waiting, style = (
    inlined(formula) for formula in FORMULAS
)
same_person = inlined(rules.same_person)
not_eligible = inlined(rules.not_eligible)
not_willing = inlined(rules.not_willing)
seniority = inlined(rules.seniority)
reporting_line = inlined(rules.reporting_line)
siblings_reports = inlined(rules.siblings_reports)
same_unit = inlined(rules.same_unit)
no_common_language = inlined(rules.no_common_language)
too_little_time = inlined(rules.too_little_time)


@inlined
def _add(t, c, earned, score, rest, floor):  # type: ignore[no-untyped-def]
    """The score with one more criterion; -1 where a *must* forbids or the floor is out of reach."""
    if earned == 0 and t.musts[c]:
        return -1
    score += t.weights[c] * earned
    return score if score + rest[c] > floor else -1


@inlined
def score_above(t, i, j, rest, floor):  # type: ignore[no-untyped-def]
    """The pair's score if it is above the floor, else -1. `rest[c]`: the most still to come.

    The order is the one that decides soonest and must be that of `order_of`.
    """
    score = 0
    if t.weights[6]:
        score = _add(t, 6, waiting(t, i, j), score, rest, floor)
    if t.weights[0] and score >= 0:
        score = _add(t, 0, topics(t, i, j), score, rest, floor)
    if t.weights[1] and score >= 0:
        score = _add(t, 1, reciprocity(t, i, j), score, rest, floor)
    if t.weights[4] and score >= 0:
        score = _add(t, 4, mixing(t, i, j), score, rest, floor)
    if t.weights[2] and score >= 0:
        score = _add(t, 2, language(t, i, j), score, rest, floor)
    if t.weights[7] and score >= 0:
        score = _add(t, 7, style(t, i, j), score, rest, floor)
    if t.weights[3] and score >= 0:
        score = _add(t, 3, availability(t, i, j), score, rest, floor)
    if t.weights[5] and score >= 0:
        score = _add(t, 5, preferences(t, i, j), score, rest, floor)
    return score


@inlined
def feasible(t, i, j):  # type: ignore[no-untyped-def]
    """Whether no hard rule forbids the pair (the *must* criteria are the score's business)."""
    if seniority(t, i, j) or same_unit(t, i, j) or same_person(t, i, j):
        return False
    if not_eligible(t, i, j) or not_willing(t, i, j):
        return False
    if reporting_line(t, i, j) or siblings_reports(t, i, j):
        return False
    if no_common_language(t, i, j) or too_little_time(t, i, j):
        return False
    for k in range(t.forbid_start[i], t.forbid_start[i + 1]):  # noqa: SIM110
        if t.forbid_mentor[k] == j:
            return False
    return True


@inlined
def _floor(limit, floor, plain, table, above):  # type: ignore[no-untyped-def]
    """The score a pair must exceed for g(score) to exceed `limit`; far too high if none can."""
    if limit >= table[-1]:
        return table.shape[0]
    if not plain and limit >= 0:
        limit = above[limit]
    return max(limit, floor - 1, -1)


@compiled
def best_of(t, start, own, other, flip, place, floor, plain, table, above, rest, out, counts):  # type: ignore[no-untyped-def]
    """Fill `out` (rows, keep, 3) with position, score and reduced worth, `counts` with the sizes.

    Row r is person `start + r` of the asking side: mentees, or mentors with `flip`.
    """
    keep = out.shape[1]
    for r in range(own.shape[0]):
        size = 0
        for b in range(other.shape[0]):
            limit = own[r] + other[b] - place
            need = limit if size < keep else limit + out[r, keep - 1, 2]
            need = _floor(need, floor, plain, table, above)
            if need >= table.shape[0] - 1:
                continue
            i, j = (b, start + r) if flip else (start + r, b)
            score = score_above(t, i, j, rest, need)
            if score < 0 or not feasible(t, i, j):
                continue
            gain = score if plain else table[score]
            size = _insert(out, r, size, b, score, gain - limit)
        counts[r] = size


@inlined
def _insert(out, r, size, position, score, reduced):  # type: ignore[no-untyped-def]
    """Put a pair in its place by reduced worth, after its equals; returns the new size."""
    keep = out.shape[1]
    at = min(size, keep - 1)
    while at > 0 and out[r, at - 1, 2] < reduced:
        for k in range(3):
            out[r, at, k] = out[r, at - 1, k]
        at -= 1
    out[r, at, 0] = position
    out[r, at, 1] = score
    out[r, at, 2] = reduced
    return min(size + 1, keep)


@compiled
def scores_of(t, mentees, mentors, rest, result):  # type: ignore[no-untyped-def]
    """Scores of single pairs into `result`; -1 where a rule forbids."""
    for k in range(mentees.shape[0]):
        score = score_above(t, mentees[k], mentors[k], rest, -1)
        result[k] = score if score >= 0 and feasible(t, mentees[k], mentors[k]) else -1


# The criteria in the order in which `score_above` adds them.
ORDER = (6, 0, 1, 4, 2, 7, 3, 5)


def rest_of(t: Tables, unit: int) -> Any:
    """For each criterion, the most that those added after it can still bring, (8,)."""
    rest = np.zeros(len(ORDER), dtype=np.int64)
    total = 0
    for c in reversed(ORDER):
        rest[c] = total
        total += int(t.weights[c]) * unit
    return rest
