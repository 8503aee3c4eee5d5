"""Why two people are, could be or cannot be a pair, as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.feasibility import RuleCheck, broken_pairs, check_pair
from viceversa.engine.problem import CRITERIA, UNIT, Problem
from viceversa.engine.scoring import earned
from viceversa.engine.solvers import Contribution, Exchange, Solution
from viceversa.engine.solvers.pairs import exchange_of, pairs_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """All there is to say about a pair without solving again; `force` tells what it would cost."""

    mentor: str
    mentee: str
    state: Literal["chosen", "possible", "impossible"]
    pinned: bool
    score: float
    contributions: Mapping[str, Contribution]
    rules: tuple[RuleCheck, ...]
    exchange: Exchange


def rules_for(problem: Problem, mentor: str, mentee: str) -> tuple[RuleCheck, ...]:
    """Every hard rule for a pair (person ids), passed or not, with the facts used.

    A criterion whose weight is *must* is a rule of its own, named "must-" and the criterion.
    Raises `ProblemError` for a person without a place in that role.
    """
    i, j = problem.position(mentee, "mentee"), problem.position(mentor, "mentor")
    checks = check_pair(problem, i, j)
    parts = earned(problem.tables, np.array([i]), np.array([j]))[:, 0].tolist()
    musts = tuple(
        RuleCheck(f"must-{name}", value > 0, {"earned": value / UNIT})
        for name, must, value in zip(CRITERIA, problem.tables.musts, parts, strict=True)
        if must and name != "language"
    )
    return checks + musts


def allowed(problem: Problem, pairs: Sequence[tuple[str, str]]) -> NDArray[np.bool_]:
    """Which of many pairs (mentor, mentee; person ids) break no hard rule: `rules_for`, at once.

    Raises `ProblemError` for a person without a place in that role.
    """
    mentors = np.array([problem.position(one, "mentor") for one, _ in pairs], dtype=np.int64)
    mentees = np.array([problem.position(one, "mentee") for _, one in pairs], dtype=np.int64)
    broken = broken_pairs(problem.tables, mentees, mentors)
    parts = earned(problem.tables, mentees, mentors)
    for name, must, part in zip(CRITERIA, problem.tables.musts, parts, strict=True):
        if must and name != "language":
            broken |= part == 0
    return ~broken


def verdict(problem: Problem, solution: Solution, mentor: str, mentee: str) -> Verdict:
    """The verdict on a pair, chosen or not."""
    i, j = problem.position(mentee, "mentee"), problem.position(mentor, "mentor")
    pair = pairs_of(problem, np.array([i]), np.array([j]), [False])[0]
    rules = rules_for(problem, mentor, mentee)
    mentees, mentors, pins = solution.positions
    here = (mentees == i) & (mentors == j)
    possible = all(rule.passed for rule in rules)
    return Verdict(
        mentor,
        mentee,
        "chosen" if here.any() else "possible" if possible else "impossible",
        bool((here & pins).any()),
        pair.score,
        pair.contributions,
        rules,
        exchange_of(problem, i, j),
    )
