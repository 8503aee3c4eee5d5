"""The course of a cohort: stages, pushes, enrolment, things to do, what happened."""

from collections.abc import Sequence
from typing import Literal

from viceversa.web.ui.component import Values, component


@component("plan", block=True)
def plan(*, label: str, short: bool = False) -> Values:
    """The cohort on its timeline."""
    return {}


@component("plan")
def stage(*, title: str, date: str = "", state: Literal["", "done", "now"] = "") -> Values:
    """One stage: past is inked, the future is a hairline, today cannot be missed."""
    return {}


@component("plan", block=True)
def nudges() -> Values:
    """Where a small push helps."""
    return {}


@component("plan", slots=("actions",))
def nudge(
    *,
    title: str,
    what: str,
    mentor: str = "",
    mentee: str = "",
    state: Literal["", "open"] = "",
    href: str = "",
) -> Values:
    """What is the matter, and the response that fits; `href` leads to the relationship."""
    return {}


@component("funnel")
def funnel(rows: Sequence[tuple[str, int, int]], *, label: str) -> Values:
    """Enrolment from both sides on one scale: (state, mentors, mentees) for each row."""
    listed = [(str(state), int(mentors), int(mentees)) for state, mentors, mentees in rows]
    widest = max([1, *(max(mentors, mentees) for _, mentors, mentees in listed)])
    drawn = [
        (
            state,
            mentors,
            mentees,
            round(100 * (1 - mentors / widest), 2),
            round(100 * mentors / widest, 2),
            round(100 * mentees / widest, 2),
        )
        for state, mentors, mentees in listed
    ]
    return {"drawn": drawn}


@component("checklist", block=True)
def checklist(*, label: str = "") -> Values:
    """Things to do, and done."""
    return {}


@component("checklist")
def todo(
    *,
    title: str,
    state: Literal["", "done", "due", "blocked"] = "",
    due: str = "",
    note: str = "",
    href: str = "",
) -> Values:
    """One thing to do."""
    icons = {"done": "check", "due": "circle-dot", "blocked": "circle-alert", "": "circle"}
    return {"drawn": icons[state]}


@component("timeline", block=True)
def timeline(*, label: str = "") -> Values:
    """What happened, newest first."""
    return {}


@component("timeline", block=True)
def moment(
    *,
    date: str,
    note: str = "",
    datetime: str = "",
    title: str = "",
    state: Literal["", "next", "moved"] = "",
    level: Literal[3, 4] = 3,
) -> Values:
    """One thing that happened or will."""
    return {}
