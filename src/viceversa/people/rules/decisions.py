"""Decisions: what a choice about one problem means for the rows of the file."""

from collections.abc import Mapping
from typing import Any

from viceversa.people.rules.columns import NAMES
from viceversa.people.rules.problems import Problem

DOUBTFUL = ("damaged-letter", "manager-missing")  # the fix is a guess: another value may be right
type Made = dict[str, dict[str, Any]]


def choices_for(problem: Problem) -> tuple[str, ...]:
    """Return the choices that make sense for a problem, the likeliest first."""
    if problem.other_line:
        return ("first", "second", "write", "leave-out")
    if not problem.line:
        return ()
    offered: tuple[str, ...] = ("fix",) if problem.fix else ()
    if problem.column in NAMES and (not problem.fix or problem.code in DOUBTFUL):
        offered += ("write",)
    return offered if problem.severity == "warning" else (*offered, "leave-out")


def of_choice(problem: Problem, choice: str, text: str) -> Made:
    """Return the decisions by line, empty where the choice does not fit the problem.

    For two rows in contradiction `write` gives the second another value: they are two people.
    """
    if choice not in choices_for(problem):
        return {}
    line, other = str(problem.line), str(problem.other_line)
    if choice == "leave-out":
        lines = (line, other) if problem.other_line else (line,)
        return {each: {"leave_out": True} for each in lines}
    if choice == "first":
        return {other: {"leave_out": True}}
    if choice == "second":
        return {line: {"leave_out": True}}
    value = problem.fix if choice == "fix" else text
    if not value:
        return {}
    return {(other if problem.other_line else line): {"cells": {problem.column: value}}}


def merged(before: Mapping[str, Mapping[str, Any]], made: Made) -> Made:
    """Return earlier decisions with the new ones; several cells of a row add up."""
    result: Made = {line: dict(decision) for line, decision in before.items()}
    for line, decision in made.items():
        if decision.get("leave_out"):
            result[line] = {"leave_out": True}
        else:
            cells = {**result.get(line, {}).get("cells", {}), **decision["cells"]}
            result[line] = {"cells": cells}
    return result
