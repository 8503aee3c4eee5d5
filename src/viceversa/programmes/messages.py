"""The words programmes use for their own parts, in sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from viceversa.programmes.choices import Obstacle, Role
from viceversa.programmes.rules.details import Fault


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
