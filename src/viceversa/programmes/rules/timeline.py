"""The dates of a cohort: proposed by its preset, and the stages they make on the page."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

type State = Literal["done", "now", ""]


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A preset: how many meetings of how many minutes over how many months."""

    months: int
    meetings: int
    minutes: tuple[int, int]  # shortest and longest
    mentors: int = 1  # a duo gives one mentee two mentors


RHYTHMS: dict[str, Rhythm] = {
    "standard": Rhythm(months=6, meetings=6, minutes=(45, 60)),
    "light": Rhythm(months=6, meetings=6, minutes=(30, 30)),
    "extended": Rhythm(months=7, meetings=7, minutes=(45, 45)),
    "duo": Rhythm(months=6, meetings=6, minutes=(60, 60), mentors=2),
    "circle": Rhythm(months=3, meetings=6, minutes=(60, 60)),
}
INVITATIONS_BEFORE = timedelta(weeks=10)
MATCHING_BEFORE = timedelta(weeks=3)
FOLLOW_UP_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Dates:
    """When a cohort invites, matches, starts, looks back midway and closes."""

    invitations_on: date | None
    matching_on: date | None
    starts_on: date
    midpoint_on: date | None
    ends_on: date


@dataclass(frozen=True, slots=True)
class Stage:
    """One stop of the timeline; `code` is one of `STAGES`."""

    code: str
    on: date | None
    state: State


def propose(preset: str, starts_on: date) -> Dates:
    """Return the dates a preset proposes for a cohort whose meetings start on a day."""
    ends_on = add_months(starts_on, RHYTHMS[preset].months)
    return Dates(
        invitations_on=starts_on - INVITATIONS_BEFORE,
        matching_on=starts_on - MATCHING_BEFORE,
        starts_on=starts_on,
        midpoint_on=starts_on + (ends_on - starts_on) // 2,
        ends_on=ends_on,
    )


def out_of_order(dates: Dates) -> tuple[str, str] | None:
    """Return the first two dates, by name, that stand the wrong way round, or None."""
    names = ("invitations_on", "matching_on", "starts_on", "midpoint_on", "ends_on")
    known = [(name, getattr(dates, name)) for name in names if getattr(dates, name) is not None]
    for (early, first), (late, second) in zip(known, known[1:], strict=False):
        if first > second or (late == "ends_on" and first >= second):
            return early, late
    return None


def week(dates: Dates, today: date) -> tuple[int, int] | None:
    """Return (this week, weeks in all) while a cohort runs, both from 1; None before and after."""
    if not dates.starts_on <= today <= dates.ends_on:
        return None
    weeks = max(1, -(-(dates.ends_on - dates.starts_on).days // 7))
    return min((today - dates.starts_on).days // 7 + 1, weeks), weeks


def stages(
    dates: Dates, today: date, *, charter_done: bool, opened_on: date | None, closed: bool
) -> tuple[Stage, ...]:
    """Return the stops of the timeline in order; at most one is `now`, those before it are done.

    What has a fact (charter, opening, closing) goes by the fact, the rest by the calendar.
    """
    plan: list[tuple[str, date | None, bool]] = [
        ("charter", None, charter_done),
        ("opened", opened_on, opened_on is not None),
        ("invitations", dates.invitations_on, _past(dates.invitations_on, today)),
        ("matching", dates.matching_on, _past(dates.matching_on, today)),
        ("first-meetings", dates.starts_on, dates.starts_on <= today),
        ("midpoint", dates.midpoint_on, _past(dates.midpoint_on, today)),
        ("closing", dates.ends_on, closed),
        ("follow-up", add_months(dates.ends_on, FOLLOW_UP_MONTHS), False),
    ]
    plan = [stop for stop in plan if stop[1] is not None or stop[0] in ("charter", "opened")]
    if opened_on is None:  # an unopened cohort is nowhere yet, whatever the calendar says
        plan = [(code, on, done and code == "charter") for code, on, done in plan]
    # The latest stop reached is where the cohort stands.
    current = max((i for i, (_, _, done) in enumerate(plan) if done), default=-1)
    return tuple(
        Stage(code, on, _state(i, current, closed=closed)) for i, (code, on, _) in enumerate(plan)
    )


def _state(position: int, current: int, *, closed: bool) -> State:
    if position < current or (closed and position == current):
        return "done"
    return "now" if position == current else ""


def _past(on: date | None, today: date) -> bool:
    return on is not None and on <= today


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
