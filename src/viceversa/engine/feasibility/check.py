"""Every hard rule of one pair with the fact it was judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from viceversa.engine.problem.model import CRITERIA, Person
from viceversa.engine.problem.question import Problem
from viceversa.engine.problem.week import common

from .block import broken


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """One rule's verdict on a pair. `data` holds what a sentence about it needs, as plain data."""

    name: str
    passed: bool
    data: Mapping[str, Any] = field(default_factory=dict)


def nearest_shared_manager(
    people: Mapping[str, Person], first: str, second: str
) -> tuple[str | None, int, int]:
    """The lowest common ancestor in the reporting tree and the steps up to it from each.

    A person is their own ancestor at 0 steps. (None, -1, -1) where the lines never meet. Cycles
    end the walk.
    """
    above: dict[str, int] = {}
    at: str | None = first
    while at is not None and at not in above:
        above[at] = len(above)
        at = people[at].manager
    at, steps, seen = second, 0, set[str]()
    while at is not None and at not in seen:
        if at in above:
            return at, above[at], steps
        seen.add(at)
        at, steps = people[at].manager, steps + 1
    return None, -1, -1


def check_pair(problem: Problem, mentee: int, mentor: int) -> tuple[RuleCheck, ...]:
    """All rules for the pair at these positions, in the order they are told."""
    facts = _facts(problem, mentee, mentor)
    rows, columns = np.array([mentee]), np.array([mentor])
    return tuple(
        RuleCheck(name, not bool(forbidden[0, 0]), facts.get(name, {}))
        for name, forbidden in broken(problem.tables, rows, columns)
    )


def must_name(criterion: str) -> str:
    """The name of the rule that a *must* weight on a criterion makes."""
    assert criterion in CRITERIA
    return f"must-{criterion}"


def _facts(problem: Problem, mentee: int, mentor: int) -> dict[str, dict[str, Any]]:
    to, by = problem.mentees[mentee], problem.mentors[mentor]
    senior, junior = problem.people[to.person], problem.people[by.person]
    rules = problem.policy.rules
    shared, up_mentor, up_mentee = nearest_shared_manager(problem.people, junior.id, senior.id)
    line = {
        "depth": rules.line_depth,
        "shared_manager": shared,
        "steps_from_mentor": up_mentor,
        "steps_from_mentee": up_mentee,
        "mentor_manager_known": junior.manager_known,
        "mentee_manager_known": senior.manager_known,
    }
    windows = common(to.windows, by.windows)
    return {
        "not-eligible": {"mentee": to.eligible, "mentor": by.eligible},
        "not-willing": {"mentee": to.willing, "mentor": by.willing},
        "seniority": {"mentee": senior.level, "mentor": junior.level, "step": rules.minimum_step},
        "reporting-line": line,
        "siblings-reports": {**line, "on": rules.siblings_reports},
        "same-unit": {"mentee": senior.unit, "mentor": junior.unit, "rule": rules.same_unit},
        "language": {
            "mentee": senior.languages,
            "mentor": junior.languages,
            "common": tuple(c for c in senior.languages if c in junior.languages),
        },
        "overlap": {
            "minutes": sum(end - start for start, end in windows),
            "windows": tuple(windows),
            "needed": rules.minimum_overlap,
            "declared_mentee": bool(to.windows),
            "declared_mentor": bool(by.windows),
        },
    }
