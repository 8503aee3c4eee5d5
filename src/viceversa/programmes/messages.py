"""The words programmes use for their own parts, in sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.people.rules.problems import Problem as Unread
from viceversa.people.rules.sentences import message, place, remedy
from viceversa.programmes.choices import Obstacle, Role
from viceversa.programmes.rules.details import Fault

SHOWN = 20  # doubts of each kind told in one refusal


def date_name(field: str) -> str:
    """Return how a date of the timeline is called inside a sentence."""
    return {
        "invitations_on": _("the start of enrolment"),
        "matching_on": _("the day of matching"),
        "starts_on": _("the first meetings"),
        "midpoint_on": _("the midpoint review"),
        "ends_on": _("the closing"),
    }[field]


def fault_sentence(fault: Fault) -> str:
    """Return what is wrong with an enrolment's details and what to do about it."""
    value = fault.value[1] if isinstance(fault.value, tuple) else fault.value
    topic = fault.value[0] if isinstance(fault.value, tuple) else ""
    return {
        "places": _("%(value)s places are too many or too few: write a number from 0 to 20."),
        "minimum": _("The minimum of %(value)s is above the number of places: lower it."),
        "weight": _("“%(topic)s” has weight %(value)s: write 1, 2 or 3."),
        "level": _("“%(topic)s” has level %(value)s: write a level from 1 to 8."),
        "window": _("A weekly window ends before it starts: correct its times."),
        "too-many-preferred": _("%(value)s people are preferred: keep at most five."),
        "self": _("Nobody can be named in their own preferences: take the name out."),
        "both": _("Somebody is preferred and excluded at once: keep one of the two."),
        "waiting": _("%(value)s rounds waited cannot be right: write a number from 0 to 1,000."),
    }[fault.code] % {"value": value, "topic": topic}


def problem_sentence(problem: Mapping[str, Any]) -> str:
    """Return what keeps a row of an enrolment file out; `problem` as `enrolment_plan.Problem`."""
    code, value, data = problem["code"], problem["value"], problem["data"]
    role = str(Role(value).label).lower() if value in Role.values else ""
    if code == "not-eligible":
        why = ", ".join(str(Obstacle(each).label) for each in data)
        return _("may not take part as %(role)s: %(why)s") % {"role": role, "why": why}
    sentences = {
        "not-in-directory": _("“%(value)s” is not in the directory. Import the people first."),
        "twice": _("stands in the file more than once as %(role)s. Keep one of the rows."),
        "withdrawn": _("has withdrawn as %(role)s. Readmit on the enrolment page if that changed."),
    }
    if code in sentences:
        return sentences[code] % {"value": value, "role": role}
    return fault_sentence(Fault(code, problem["column"], value))


def file_failure(
    why: str, file_name: str, faults: Sequence[Mapping[str, Any]]
) -> tuple[str, list[str]]:
    """Return why an enrolment file was not used, and its faults, each with what to do."""
    language = get_language() or "en"
    found = [Unread.of(fault) for fault in faults]
    sentence = {
        "unreadable": _("“%(name)s” cannot be read."),
        "no-role": _(
            "“%(name)s” has no column that says who takes part as what. Add a column “role” "
            "with mentor, mentee or both."
        ),
        "changed": _(
            "The directory or the cohort has changed since this file was tried, so something "
            "else would be written. Look at the new result and confirm again."
        ),
        "broken": _(
            "Something went wrong on our side. Try the file again; if it happens once more, "
            "whoever runs this server finds the cause in its log."
        ),
    }[why]
    details = [f"{message(p, language)}. {remedy(p, language)}" for p in found]
    return sentence % {"name": file_name}, details


def doubt_sentences(report: Mapping[str, Any]) -> list[str]:
    """Return what a report of a trial still leaves open, the first of each kind."""
    language = get_language() or "en"
    unread = [Unread.of(entry) for entry in report["unread_entries"][:SHOWN]]
    return [
        *[f"{place(p, language)}: {message(p, language)}" for p in unread],
        *[
            _("line %(line)s, %(name)s: %(what)s")
            % {"line": p["line"], "name": p["name"], "what": problem_sentence(p)}
            for p in report["problem_entries"][:SHOWN]
        ],
        *[
            _("line %(line)s: nobody knows “%(text)s”")
            % {"line": each["lines"][0], "text": each["text"]}
            for each in report["unknown_entries"][:SHOWN]
        ],
    ]
