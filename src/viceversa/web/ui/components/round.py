"""A round of matching: its list, one pair and its reasons, what else was possible."""

from typing import Literal

from viceversa.web.ui.component import Values, component
from viceversa.web.ui.components.people import Role

# Width of a reason's bar in the drawing's own units.
BAR = 180


@component("proposal", block=True, extra=True)
def proposals(*, label: str) -> Values:
    """The list of pairs; rows out of sight cost nothing."""
    return {}


@component("proposal", extra=True)
def proposal_row(
    *,
    href: str,
    mentor: str,
    mentee: str,
    fit: str,
    mentor_note: str = "",
    mentee_note: str = "",
    pinned: bool = False,
    flag: str = "",
    current: bool = False,
) -> Values:
    """One pair in the list; `flag` says why it deserves a look."""
    return {}


@component("proposal", slots=("line", "actions"))
def proposal_head(
    *, title: str, mentor: str, mentee: str, fit: str, fit_note: str = "", id: str = ""
) -> Values:
    """The pair that is open, its fit, and what can be done with it."""
    return {}


@component("reasons", block=True)
def reasons(*, total: str = "", of: str = "") -> Values:
    """Why, criterion by criterion."""
    return {}


@component("reasons")
def reason(*, title: str, earned: float, weight: float, scale: float, text: str = "") -> Values:
    """One criterion: the bar is as long as its weight, the filled part is what the pair earned.

    `scale` is the largest weight of all, so that the bars compare.
    """
    unit = BAR / scale if scale > 0 else 0
    whole = round(weight * unit, 1)
    return {"whole": whole, "filled": min(round(earned * unit, 1), whole)}


@component("reasons", block=True)
def rules() -> Values:
    """The rules that were checked."""
    return {}


@component("reasons")
def rule(text: str, fact: str = "", *, ok: bool = True) -> Values:
    """One rule and the fact that was looked at."""
    return {}


@component("proposal", slots=("figures", "actions"))
def swap(*, name: str, role: Role = "", blocked: bool = False) -> Values:
    """Somebody else instead: what it would do, or why it cannot be."""
    return {}


@component("proposal")
def swap_figure(label: str, value: object) -> Values:
    """One number of an alternative."""
    return {}


@component("proposal", block=True)
def unpaired() -> Values:
    """Who was left out."""
    return {}


@component("proposal", slots=("way", "helps", "actions"))
def unpaired_row(
    *, name: str, line: str = "", role: Role = "", href: str = "", level: Literal[2, 3] = 3
) -> Values:
    """One person left out, what is in the way, the smallest change that helps."""
    return {}


@component("proposal", block=True, extra=True)
def publish_bar(*, title: str, text: str = "", tone: Literal["", "danger"] = "") -> Values:
    """The decision of the page, always in reach."""
    return {}
