"""The compiled pass: the very formulas of `scoring` and `feasibility`, one pair at a time.

For each person both exchanges are added up along the topic lists, so pairs that trade nothing
cost nothing. Then a pair is dropped as soon as the rest of its criteria cannot lift it above
what is needed, and the hard rules are asked only about pairs that would be kept.
"""

from typing import Any

import numba
import numpy as np
from numba.core import types
from numba.extending import intrinsic, overload

from viceversa.engine.feasibility import rules
from viceversa.engine.problem.tables import Tables
from viceversa.engine.scoring.total import FORMULAS

# Without reference counting (`_nrt`): arrays live in the caller, and counting costs more than
# the arithmetic. Everything is inlined into the two entry points, which are kept on disk.
_options: dict[str, Any] = {"_nrt": False}
compiled: Any = numba.njit(nogil=True, cache=True, **_options)
inlined: Any = numba.njit(forceinline=True, **_options)


@intrinsic
def _population(typing_context: Any, word: Any) -> Any:
    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.ctpop(arguments[0])

    return types.int64(types.uint64), generate


@overload(np.bitwise_count)
def _bitwise_count(word):  # type: ignore[no-untyped-def]  # Numba types it
    """Numba does not know this NumPy function for numbers yet; processors do."""
    if isinstance(word, types.Integer):
        return lambda word: _population(np.uint64(word))  # type: ignore[call-arg]  # a ufunc of Numba
    return None


topics, reciprocity, language, availability, mixing, preferences, waiting, style = (
    inlined(formula) for _, formula in FORMULAS
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

# The criteria in the order in which a score is added up: the exchange, then cheap and decisive.
ORDER = (0, 1, 6, 5, 4, 2, 7, 3)


def rest_of(t: Tables, unit: int) -> Any:
    """For each criterion, the most that those added after it can still bring, (8,)."""
    rest = np.zeros(len(ORDER), dtype=np.int64)
    total = 0
    for c in reversed(ORDER):
        rest[c] = total
        total += int(t.weights[c]) * unit
    return rest


@inlined
def _add(t, c, earned, score, rest, floor):  # type: ignore[no-untyped-def]  # Numba types it
    """The score with one more criterion; -1 where a *must* forbids or the floor is out of reach."""
    if earned == 0 and t.musts[c]:
        return -1
    score += t.weights[c] * earned
    return score if score + rest[c] > floor else -1


@inlined
def finished(t, i, j, score, rest, floor):  # type: ignore[no-untyped-def]  # Numba types it
    """The pair's score from its two exchanges on, if it is above the floor, else -1."""
    if t.weights[6] and score >= 0:
        score = _add(t, 6, waiting(t.waits, i, j), score, rest, floor)
    if t.weights[5] and score >= 0:
        score = _add(t, 5, preferences(t.named, i, j), score, rest, floor)
    if t.weights[4] and score >= 0:
        score = _add(t, 4, mixing(t.places, i, j), score, rest, floor)
    if t.weights[2] and score >= 0:
        score = _add(t, 2, language(t.languages, i, j), score, rest, floor)
    if t.weights[7] and score >= 0:
        score = _add(t, 7, style(t.styles, i, j), score, rest, floor)
    if t.weights[3] and score >= 0:
        score = _add(t, 3, availability(t.week, i, j), score, rest, floor)
    return score


@inlined
def _exchange_forbidden(t, i, j):  # type: ignore[no-untyped-def]  # Numba types it
    """Whether a *must* on one of the two exchanges forbids the pair."""
    if t.musts[0] and topics(t.topics, i, j) == 0:
        return True
    return bool(t.musts[1]) and reciprocity(t.returns, i, j) == 0


@inlined
def feasible(t, i, j):  # type: ignore[no-untyped-def]  # Numba types it
    """Whether no hard rule forbids the pair (the *must* criteria are the score's business)."""
    if seniority(t.standing, i, j) or same_unit(t.places, i, j):
        return False
    if same_person(t.standing, i, j) or not_eligible(t.standing, i, j):
        return False
    if not_willing(t.standing, i, j) or reporting_line(t.lines, i, j):
        return False
    if siblings_reports(t.lines, i, j) or no_common_language(t.languages, i, j):
        return False
    if too_little_time(t.week, i, j) or _exchange_forbidden(t, i, j):
        return False
    forbidden = t.forbidden
    for k in range(forbidden.forbid_start[i], forbidden.forbid_start[i + 1]):
        if forbidden.forbid_mentor[k] == j:
            return False
    return True


@compiled
def scores_of(t, mentees, mentors, rest, result):  # type: ignore[no-untyped-def]  # Numba types it
    """Scores of single pairs into `result`; -1 where a rule forbids."""
    for k in range(mentees.shape[0]):
        i, j = mentees[k], mentors[k]
        score = t.weights[0] * topics(t.topics, i, j)
        score += t.weights[1] * reciprocity(t.returns, i, j)
        score = finished(t, i, j, score, rest, -1)
        result[k] = score if score >= 0 and feasible(t, i, j) else -1
