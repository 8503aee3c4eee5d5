"""The parts of a page: its head, its ruled sections, its tabs."""

from typing import Literal

from viceversa.web.ui.component import Values, component


@component("page-head", slots=("crumbs", "lede", "meta", "actions"))
def page_head(title: str) -> Values:
    """Say where this page is, what it is about and what can be done."""
    return {}


@component("crumbs")
def crumb(label: str, href: str = "") -> Values:
    """One step of the way here; the last has no address and is the current page."""
    return {}


@component("section", slots=("actions",))
def section(
    title: str,
    *,
    id: str = "",
    help: str = "",
    strong: bool = False,
    level: Literal[2, 3] = 2,
) -> Values:
    """Open a ruled part of a page, heading at the start and its actions at the end."""
    return {}


@component("tabs", block=True)
def tabs(*, label: str) -> Values:
    """Hold the sections of one thing, as links."""
    return {}


@component("tabs", extra=True)
def tab(label: str, *, href: str, current: bool = False, count: int | None = None) -> Values:
    """One section; `count` is quiet beside its name."""
    return {}


@component("section", block=True)
def fold(*, summary: str, open: bool = False, id: str = "") -> Values:
    """Hide what few need behind a line that says what it is."""
    return {}


@component("hero")
def hero(*, first: str, second: str) -> Values:
    """The sentence of the door page: one line goes, the other comes back."""
    return {}


@component("quote", block=True)
def quote(
    *,
    by: str = "",
    line: str = "",
    role: Literal["mentor", "mentee", ""] = "",
    size: Literal["normal", "small"] = "normal",
    picture: str = "",
) -> Values:
    """Somebody speaking; `picture` is the address of a square one, in place of the initials."""
    return {}
