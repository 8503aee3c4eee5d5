"""The fairness audit as rows, a chart and sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from viceversa.web.coordinator.rounds.showing import decimal, whole


@dataclass(frozen=True, slots=True)
class Line:
    """A group; the numbers are texts, `hidden` says that they may not be shown."""

    group: str
    hidden: bool
    people: str = ""
    participation: str = ""
    mean: str = ""
    worst: str = ""
    spread: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One role: its lines, the groups for the chart, and what chance says of the differences."""

    role: str
    title: str
    lines: Sequence[Line]
    dots: Sequence[Any]
    mean: float | None
    participation: str
    fit: str


def grouping_names() -> dict[str, str]:
    """What the audit may be grouped by."""
    return {
        "site": _("Site"),
        "unit": _("Unit"),
        "level": _("Level"),
        "country": _("Country"),
    }


def side(audit: Any) -> Side:
    """Return one role of an audit (`engine.Audit`) as text."""
    shown = [line for line in audit.lines if line.mean is not None]
    people = sum(line.paired for line in shown)
    mean = sum(line.mean.value * line.paired for line in shown) / people if people else None
    return Side(
        role=audit.role,
        title=_("Mentees") if audit.role == "mentee" else _("Mentors"),
        lines=[_line(line) for line in audit.lines],
        dots=[_dot(audit.role, line) for line in audit.lines],
        mean=mean,
        participation=_chance(audit.participation_p, differs=audit.participation_differs),
        fit=_chance(audit.fit_p, differs=audit.fit_differs),
    )


def _line(line: Any) -> Line:
    name = line.group or _("not known")
    if line.hidden:
        return Line(name, hidden=True)
    return Line(
        name,
        hidden=False,
        people=whole(line.people),
        participation=_interval(line.participation, percent=True),
        mean=_interval(line.mean),
        worst=decimal(line.worst) if line.worst is not None else "–",
        spread=decimal(line.spread) if line.spread is not None else "–",
    )


def _interval(interval: Any, *, percent: bool = False) -> str:
    if interval is None:
        return "–"
    scale, places = (100, 0) if percent else (1, 2)
    value, low, high = (
        decimal(number * scale, places) for number in (interval.value, interval.low, interval.high)
    )
    text = (
        _("%(value)s%% (%(low)s to %(high)s)") if percent else _("%(value)s (%(low)s to %(high)s)")
    )
    return text % {"value": value, "low": low, "high": high}


def _dot(role: str, line: Any) -> Any:
    name = line.group or _("not known")
    if line.mean is None:
        return (name, None, _("Too few people, not shown"))
    mean = line.mean
    return (name, [(role, line.paired, mean.value, mean.low, mean.high)], "")


def _chance(p: float | None, *, differs: bool) -> str:
    if p is None:
        return _("Fewer than two groups can be shown, so nothing is compared.")
    if differs:
        times = max(1, ceil(p * 1000))
        return ngettext(
            "The groups differ by more than chance explains: by chance alone it would happen "
            "%(times)s time in 1,000. Worth a look.",
            "The groups differ by more than chance explains: by chance alone it would happen "
            "%(times)s times in 1,000. Worth a look.",
            times,
        ) % {"times": times}
    return _("No difference larger than chance would give.")
