"""The hard rules, one formula each: true where the rule forbids the pair.

Like the criteria they are arithmetic on columns, for one pair (compiled) or for a block.
"""

import numpy as np

from viceversa.engine.problem.tables import (
    ELIGIBLE,
    LEVEL_UNKNOWN,
    WILLING,
    Amount,
    Languages,
    Lines,
    Places,
    Position,
    Standing,
    Week,
)


def same_person(t: Standing, i: Position, j: Position) -> Amount:
    """Nobody is paired with themselves."""
    return t.person_mentee[i] == t.person_mentor[j]


def not_eligible(t: Standing, i: Position, j: Position) -> Amount:
    """Both must be eligible."""
    return (t.ready_mentee[i] & t.ready_mentor[j] & ELIGIBLE) == 0


def not_willing(t: Standing, i: Position, j: Position) -> Amount:
    """Both must be willing."""
    return (t.ready_mentee[i] & t.ready_mentor[j] & WILLING) == 0


def seniority(t: Standing, i: Position, j: Position) -> Amount:
    """The mentor's level lies at least `minimum_step` below the mentee's; both must be known."""
    unknown = (t.level_mentee[i] == LEVEL_UNKNOWN) | (t.level_mentor[j] == LEVEL_UNKNOWN)
    return unknown | (t.level_mentor[j] + t.minimum_step > t.level_mentee[i])


def reporting_line(t: Lines, i: Position, j: Position) -> Amount:
    """Neither is among the `line_depth` managers above the other; both lines must be known."""
    unknown = (t.chained_mentee[i] * t.chained_mentor[j]) == 0
    close = unknown & (t.line_depth + t.siblings > 0)
    for d in range(1, t.line_depth + 1):
        close = close | (t.line_mentor[j, d] == t.line_mentee[i, 0])
        close = close | (t.line_mentee[i, d] == t.line_mentor[j, 0])
    return close


def siblings_reports(t: Lines, i: Position, j: Position) -> Amount:
    """The two share no manager, and no manager's manager, in any combination.

    This keeps apart a mentor and the peers of the mentor's manager, those peers' direct reports,
    and anyone below one of the mentee's direct reports.
    """
    close = t.line_mentee[i, 0] == t.line_mentor[j, 0]
    for a in range(1, 3):
        for b in range(1, 3):
            same = t.line_mentor[j, a] == t.line_mentee[i, b]
            close = close | (same & (t.line_mentor[j, a] >= 0))
    return close & (t.siblings == 1)


def same_unit(t: Places, i: Position, j: Position) -> Amount:
    """The two do not work in the very same unit."""
    same = (t.leaf_mentee[i] == t.leaf_mentor[j]) & (t.leaf_mentee[i] >= 0)
    return same & (t.same_unit == 1)


def no_common_language(t: Languages, i: Position, j: Position) -> Amount:
    """The two share a language, unless language does not count or one declared none."""
    common = (t.speaks_mentee[i] * t.speaks_mentor[j]) == 0
    for w in range(t.tongues_mentee.shape[0]):
        common = common | ((t.tongues_mentee[w, i] & t.tongues_mentor[w, j]) != 0)
    return (common == 0) & (t.need_language == 1)


def too_little_time(t: Week, i: Position, j: Position) -> Amount:
    """The two share `minimum_overlap` minutes a week, unless one declared no windows."""
    minutes = i * 0 + j * 0
    for w in range(t.slot_minutes.shape[0]):
        shared = t.free_mentee[w, i] & t.free_mentor[w, j]
        minutes = minutes + np.bitwise_count(shared) * t.slot_minutes[w]
    known = t.timed_mentee[i] * t.timed_mentor[j]
    return (minutes < t.minimum_overlap) & (known == 1)
