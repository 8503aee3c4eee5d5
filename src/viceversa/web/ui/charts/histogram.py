"""How many fall into each span of values."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa.web.ui.charts.scale import Tick, shown

LEFT, RIGHT, FLOOR, CEILING = 10.0, 474.0, 196.0, 22.0


@dataclass(frozen=True)
class Bar:
    """One bar: its place, its height, its count and whether it is set apart."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    label_y: float
    count: str
    soft: bool


@dataclass(frozen=True)
class Histogram:
    """Bars and the values under their edges."""

    bars: list[Bar]
    ticks: list[Tick]
    rows: list[tuple[str, ...]]


def histogram(
    spans: Sequence[tuple[float, float, int]], *, soft_below: float | None = None
) -> Histogram:
    """Return the drawing of counted spans (from, to, count), in order and of equal width."""
    if not spans:
        return Histogram([], [], [])
    width = (RIGHT - LEFT) / len(spans)
    highest = max(1, *(count for _, _, count in spans))
    decimals = 2 if any(round(edge * 10, 6) % 1 for edge, _, _ in spans) else 1
    bars = []
    for place, (_, upper, count) in enumerate(spans):
        height = round((FLOOR - CEILING) * count / highest, 1)
        x = LEFT + place * width
        bars.append(
            Bar(
                x=round(x + 1, 1),
                y=round(FLOOR - height, 1),
                width=round(width - 2, 1),
                height=height,
                middle=round(x + width / 2, 1),
                label_y=round(FLOOR - height - 6, 1),
                count=shown(count, 0) if count else "",
                soft=soft_below is not None and upper <= soft_below + 1e-9,
            )
        )
    edges = [spans[0][0], *(upper for _, upper, _ in spans)]
    every = max(1, -(-len(edges) // 10))
    ticks = [
        Tick(round(LEFT + place * width, 1), shown(edge, decimals))
        for place, edge in enumerate(edges)
        if place % every == 0
    ]
    rows: list[tuple[str, ...]] = [
        (f"{shown(low, decimals)}–{shown(high, decimals)}", shown(count, 0))
        for low, high, count in spans
        if count
    ]
    return Histogram(bars, ticks, rows)
