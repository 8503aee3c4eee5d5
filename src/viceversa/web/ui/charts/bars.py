"""One length for each thing counted, from zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from viceversa.web.ui.charts.scale import Tick, fitted, shortened, shown

LEFT, RIGHT, TOP, ROW = 150.0, 440.0, 8.0, 26.0


@dataclass(frozen=True)
class Bar:
    """One row: the bar from zero, its whisker, its words; `reason` where it may not be shown."""

    label: str
    y: float
    x: float
    width: float
    low: float | None
    high: float | None
    text: str
    text_x: float
    reason: str


@dataclass(frozen=True)
class Bars:
    """Rows and axis."""

    bars: list[Bar]
    ticks: list[Tick]
    zero: float
    floor: float
    height: float
    rows: list[tuple[str, ...]]


def bars(rows: Sequence[tuple[Any, ...]], *, decimals: int) -> Bars:
    """Return the drawing of (label, value), (label, value, low, high) or (label, None, reason)."""
    values = [float(v) for row in rows for v in row[1:] if isinstance(v, int | float)]
    scale = fitted(values, start=LEFT, end=RIGHT, from_zero=True, most_ticks=5)
    zero = scale(0.0)
    drawn: list[Bar] = []
    table: list[tuple[str, ...]] = []
    for place, (label, value, *rest) in enumerate(rows):
        y = TOP + place * ROW
        if value is None:
            reason = str(rest[0]) if rest else ""
            drawn.append(
                Bar(shortened(str(label), 22), y, LEFT, RIGHT - LEFT, None, None, "", 0, reason)
            )
            table.append((str(label), reason))
            continue
        at = scale(value)
        low, high = (scale(rest[0]), scale(rest[1])) if len(rest) == 2 else (None, None)
        text = shown(value, decimals)
        drawn.append(
            Bar(
                label=shortened(str(label), 22),
                y=y,
                x=min(zero, at),
                width=round(abs(at - zero), 1),
                low=low,
                high=high,
                text=text,
                text_x=max(zero, at, high or 0) + 6,
                reason="",
            )
        )
        if len(rest) == 2:
            text += f" ({shown(rest[0], decimals)}–{shown(rest[1], decimals)})"
        table.append((str(label), text))
    floor = TOP + len(rows) * ROW
    return Bars(drawn, scale.ticks(), zero, floor, floor + 22, table)
