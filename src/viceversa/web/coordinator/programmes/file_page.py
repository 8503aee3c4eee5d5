"""The report of an enrolment file in the words of the page's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from viceversa.people.rules.problems import Problem
from viceversa.people.rules.sentences import message, place, remedy
from viceversa.programmes.choices import Role
from viceversa.programmes.messages import problem_sentence
from viceversa.programmes.queries import topics
from viceversa.web.coordinator.programmes.forms.enrolments import clock, day_names

SHORT = 3  # letters of a day


@dataclass(frozen=True, slots=True)
class Fix:
    """A row that cannot be taken: where, what, what to do, and its line to leave out."""

    line: int
    place: str
    title: str
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one enrolment, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changed:
    """An enrolment the file changes."""

    line: int
    name: str
    role: str
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class Fresh:
    """An enrolment the file adds."""

    line: int
    name: str
    role: str
    first: str
    back: str
    maximum: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A topic nobody knows, with the nearest of the catalogue."""

    number: int
    text: str
    where: str
    suggestions: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Words:
    """Everything the trial-run page says beyond its counts."""

    fresh: list[Fresh]
    changed: list[Changed]
    fixes: list[Fix]
    topics: list[Unknown]
    people: list[tuple[str, str]]


def words_of(report: Mapping[str, Any]) -> Words:
    """Return a report in words."""
    called = topics.names()
    unknown = report["unknown_entries"]
    return Words(
        fresh=[_fresh(entry, called) for entry in report["new_entries"]],
        changed=[_changed(entry, called) for entry in report["changed_entries"]],
        fixes=[
            *[_unread(Problem.of(entry)) for entry in report["unread_entries"]],
            *[_fix(entry) for entry in report["problem_entries"]],
        ],
        topics=[
            Unknown(
                i,
                entry["text"],
                _where(entry),
                [(code, called[code]) for code in entry["suggestions"] if code in called],
            )
            for i, entry in enumerate(e for e in unknown if e["kind"] == "topic")
        ],
        people=[(e["text"], _where(e)) for e in unknown if e["kind"] == "person"],
    )


def _fresh(entry: Mapping[str, Any], called: Mapping[str, str]) -> Fresh:
    return Fresh(
        line=entry["line"],
        name=entry["name"],
        role=entry["role"],
        first=", ".join(called.get(code, code) for code in entry["first"]),
        back=", ".join(called.get(code, code) for code in entry["back"]),
        maximum=entry["maximum"],
    )


def _changed(entry: Mapping[str, Any], called: Mapping[str, str]) -> Changed:
    mentor = entry["role"] == Role.MENTOR
    return Changed(
        line=entry["line"],
        name=entry["name"],
        role=entry["role"],
        changes=[
            Change(
                _field_name(change["field"], mentor=mentor),
                _shown(change["field"], change["before"], called),
                _shown(change["field"], change["after"], called),
            )
            for change in entry["fields"]
        ],
    )


def _fix(entry: Mapping[str, Any]) -> Fix:
    return Fix(
        line=entry["line"],
        place=_("Row %(line)s") % {"line": entry["line"]},
        title=entry["name"],
        text=problem_sentence(entry),
        value=entry["value"] if entry["code"] == "not-in-directory" else "",
    )


def _unread(problem: Problem) -> Fix:
    language = get_language() or "en"
    return Fix(
        line=problem.line,
        place=place(problem, language),
        title=message(problem, language),
        text=remedy(problem, language),
        value=problem.value,
    )


def _where(entry: Mapping[str, Any]) -> str:
    lines = ", ".join(str(line) for line in entry["lines"])
    more = "…" if entry["count"] > len(entry["lines"]) else ""
    return ngettext("row %(lines)s", "rows %(lines)s", entry["count"]) % {"lines": lines + more}


def _field_name(field: str, *, mentor: bool) -> str:
    return {
        "minimum": _("At least"),
        "maximum": _("Places"),
        "first": _("Can share") if mentor else _("Wants to learn"),
        "back": _("Hopes for in return") if mentor else _("Gives back"),
        "windows": _("Availability"),
        "languages": _("Languages"),
        "prefers": _("Prefers"),
        "excludes": _("Never with"),
        "previous": _("Paired before"),
        "waiting": _("Rounds waited"),
    }[field]


def _shown(field: str, value: Any, called: Mapping[str, str]) -> str:
    """Return a field of an enrolment as the page shows it."""
    if field in ("first", "back"):
        return ", ".join(f"{called.get(code, code)} ({number})" for code, number in value)
    if field == "windows":
        days = [name[:SHORT] for name in day_names()]
        return ", ".join(f"{days[day]} {clock(start)}–{clock(end)}" for day, start, end in value)
    if field == "languages":
        return ", ".join(value)
    if field in ("prefers", "excludes", "previous"):
        return ngettext("%(count)s person", "%(count)s people", len(value)) % {"count": len(value)}
    return str(value)
