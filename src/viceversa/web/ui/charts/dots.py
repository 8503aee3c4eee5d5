"""Means with their intervals, group by group, the two roles apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from viceversa.web.ui.charts.scale import Scale, Tick, fitted, shortened, shown

LEFT, RIGHT, TOP = 150.0, 470.0, 22.0
GAP, BETWEEN = 12.0, 16.0


@dataclass(frozen=True)
class Mark:
    """One estimate: its whisker, its place, its role."""

    role: str
    y: float
    x: float
    low: float
    high: float
    n: str


@dataclass(frozen=True)
class Group:
    """One row of the chart; `reason` says why a hidden one is not shown.

    `hidden` are the places of estimates that may not be shown beside others that may.
    """

    label: str
    y: float
    marks: list[Mark]
    hidden: list[float]
    reason: str


@dataclass(frozen=True)
class Dots:
    """Groups, axis and the place of the mean."""

    groups: list[Group]
    ticks: list[Tick]
    mean: float | None
    floor: float
    height: float
    rows: list[tuple[str, ...]]


def dots(
    groups: Sequence[tuple[Any, ...]], *, mean: float | None, decimals: int, names: dict[str, str]
) -> Dots:
    """Return the drawing of (label, marks) or (label, None, reason).

    Each mark is (role, n, value, low, high). `names` are the words for the roles in the table.
    """
    found = [mark for group in groups for mark in (group[1] or ())]
    values = [value for mark in found for value in mark[2:5] if value is not None]
    if mean is not None:
        values.append(mean)
    scale = fitted(values, start=LEFT, end=RIGHT)
    drawn: list[Group] = []
    rows: list[tuple[str, ...]] = []
    y = TOP
    for label, marks, *rest in groups:
        reason = str(rest[0]) if rest else ""
        placed = _placed(marks or (), y, scale)
        hidden = [round(y + i * GAP, 1) for i, mark in enumerate(marks or ()) if mark[2] is None]
        drawn.append(Group(shortened(str(label), 20), y, placed, hidden, reason))
        rows += _rows(str(label), marks, reason, decimals, names)
        y += GAP * max(0, len(marks or ()) - 1) + BETWEEN + 8
    floor = round(y - 4, 1)
    return Dots(
        groups=drawn,
        ticks=scale.ticks(),
        mean=scale(mean) if mean is not None else None,
        floor=floor,
        height=floor + 38,
        rows=rows,
    )


def _placed(marks: Sequence[tuple[Any, ...]], y: float, scale: Scale) -> list[Mark]:
    placed = []
    for place, (role, n, value, low, high) in enumerate(marks):
        if value is None:
            continue
        placed.append(
            Mark(
                role=role,
                y=round(y + place * GAP, 1),
                x=scale(value),
                low=scale(value if low is None else low),
                high=scale(value if high is None else high),
                n=shown(n, 0),
            )
        )
    return placed


def _rows(
    label: str,
    marks: Sequence[tuple[Any, ...]] | None,
    reason: str,
    decimals: int,
    names: dict[str, str],
) -> list[tuple[str, ...]]:
    if not marks:
        return [(label, "", "", reason)]
    rows: list[tuple[str, ...]] = []
    for role, n, value, low, high in marks:
        words = names.get(role, "")
        if value is None:
            rows.append((label, words, "", reason))
            continue
        interval = "" if low is None else f" ({shown(low, decimals)}–{shown(high, decimals)})"
        rows.append((label, words, shown(n, 0), f"{shown(value, decimals)}{interval}"))
    return rows
