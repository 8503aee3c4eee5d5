"""Problems in words, in English and Italian, for pages and for the command line without Django."""

from typing import Any

from viceversa.people.rules.columns import label
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.sentences import en, it


def message(problem: Problem, language: str) -> str:
    """Return what is wrong, as a sentence without its full stop."""
    return _sentences(language)[problem.code][0].format_map(_data(problem, language))


def remedy(problem: Problem, language: str) -> str:
    """Return what to do."""
    return _sentences(language)[problem.code][1].format_map(_data(problem, language))


def place(problem: Problem, language: str) -> str:
    """Return where: `line 12, column email`, or the file as a whole."""
    words = it.PLACE if language.startswith("it") else en.PLACE
    parts: list[str] = []
    if problem.line:
        parts.append(words["line"].format(line=problem.line))
        if problem.other_line:
            parts[0] += words["and"] + words["line"].format(line=problem.other_line)
    if problem.column:
        header = problem.header or label(problem.column, language)
        parts.append(words["column"].format(header=header))
    return ", ".join(parts) or words["file"]


def _sentences(language: str) -> dict[str, tuple[str, str]]:
    return it.SENTENCES if language.startswith("it") else en.SENTENCES


def _data(problem: Problem, language: str) -> dict[str, Any]:
    data = {**problem.data, "value": problem.value}
    if isinstance(people := data.get("people"), list | tuple):
        data["people"] = ", ".join(people)
    for name in ("count", "total"):
        if isinstance(number := data.get(name), int):
            data[name] = f"{number:,}".replace(",", "." if language.startswith("it") else ",")
    return data
