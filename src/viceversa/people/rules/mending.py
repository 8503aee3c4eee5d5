"""Mending: where the file lost a letter, the directory may still know the whole name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from viceversa.people.rules.known import Known, People
from viceversa.people.rules.problems import Problem

LOST = re.compile("[?\ufffd]+")


def mend(
    problems: Iterable[Problem], people: People, places: Mapping[str, int]
) -> Iterator[Problem]:
    """Yield the problems, those of damaged names with the directory's name as their fix."""
    for problem in problems:
        person = _person(problem, people, places) if problem.code == "damaged-letter" else None
        fix = _fitting(problem, person) if person else None
        yield replace(problem, fix=fix) if fix else problem


def _person(problem: Problem, people: People, places: Mapping[str, int]) -> Known | None:
    for column in ("id", "email"):
        at = places.get(column)
        if at is not None and at < len(problem.cells):
            person = people.find(problem.cells[at].strip())
            if person is not None:
                return person
    return None


def _fitting(problem: Problem, person: Known) -> str | None:
    """The name of the directory, where the letters that did arrive agree with it."""
    pattern = ".{1,3}".join(map(re.escape, LOST.split(problem.value)))
    candidates = {
        "first_name": (person.first_name,),
        "last_name": (person.last_name,),
        "name": (f"{person.last_name}, {person.first_name}", person.name),
    }
    for candidate in candidates.get(problem.column, ()):
        if re.fullmatch(pattern, candidate):
            return candidate
    return None
