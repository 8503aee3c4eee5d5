"""Short facts and quiet states: tags, facts, figures, progress, empty and loading."""

from typing import Literal

from viceversa.web.ui.component import Values, component
from viceversa.web.ui.components.people import Role

type Tone = Literal["good", "attention", "danger", "plain", ""]


@component("icon")
def icon(name: str, *, label: str = "") -> Values:
    """A drawing from the sprite; `label` where no word stands beside it."""
    from viceversa.web.ui.icons import check

    check(name)
    return {}


@component("tag")
def tag(
    text: str,
    *,
    tone: Tone = "",
    icon: str = "",
    role: Role = "",
    kind: Literal["", "both"] = "",
    href: str = "",
    remove: str = "",
    remove_label: str = "",
) -> Values:
    """A short fact. A state has an icon too; `remove` is the address without this filter."""
    return {}


@component("facts", block=True)
def facts(*, end: bool = False, tight: bool = False) -> Values:
    """Names and values, in a hairline list."""
    return {}


@component("facts", block=True)
def fact(label: str) -> Values:
    """One name and, between the tags, its value."""
    return {}


@component("figure")
def figure(
    *, value: object, label: str, note: str = "", href: str = "", unit: str = "", role: Role = ""
) -> Values:
    """One number, what it counts, and what to know about it."""
    return {}


@component("progress")
def progress(
    *,
    done: int,
    total: int,
    label: str = "",
    now: bool = False,
    size: Literal["normal", "small"] = "normal",
) -> Values:
    """Steps done out of steps planned, where they can be counted."""
    total = max(total, 0)
    done = min(max(done, 0), total)
    states = ["done"] * done + ["now"] * int(now and done < total)
    return {"states": states + [""] * (total - len(states))}


@component("progress", extra=True)
def progress_bar(*, value: float | None, total: float = 100, label: str = "") -> Values:
    """How far a long piece of work has come; None where nobody can know yet."""
    return {}


@component("empty", slots=("actions",))
def empty(*, title: str, icon: str = "", level: Literal[2, 3, 4] = 2) -> Values:
    """Nothing here yet, said plainly, with the next step."""
    return {}


@component("skeleton")
def skeleton(*, lines: int = 3, round: bool = False) -> Values:
    """Holds the place of what is loading."""
    widths = ("m", "l", "s")
    return {"widths": [widths[i % 3] for i in range(lines)]}
