"""What one aim costs another: a point for each possible answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa.web.ui.charts.scale import Scale, Tick, fitted, shown

LEFT, RIGHT, FLOOR, CEILING = 52.0, 452.0, 196.0, 16.0
# Nearer than this, in drawing units, two labels would touch.
CLOSE_X, CLOSE_Y = 120.0, 15.0


@dataclass(frozen=True)
class Point:
    """One answer and where its words go."""

    label: str
    x: float
    y: float
    current: bool
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True)
class Frontier:
    """Points from the first aim to the last, and both axes."""

    points: list[Point]
    path: str
    across: list[Tick]
    up: list[Tick]
    rows: list[tuple[str, ...]]


def frontier(
    points: Sequence[tuple[str, float, float, bool]], *, x_decimals: int, y_decimals: int
) -> Frontier:
    """Return the drawing of (label, x, y, current), joined in the order of x."""
    across = fitted([x for _, x, _, _ in points], start=LEFT, end=RIGHT, most_ticks=5)
    up = fitted([y for _, _, y, _ in points], start=FLOOR, end=CEILING, most_ticks=5)
    ordered = sorted(points, key=lambda point: (point[1], point[2]))
    placed = _placed(ordered, across, up)
    path = "M" + "L".join(f"{p.x} {p.y}" for p in placed) if len(placed) > 1 else ""
    rows: list[tuple[str, ...]] = [
        (str(t), shown(x, x_decimals), shown(y, y_decimals)) for t, x, y, _ in ordered
    ]
    return Frontier(placed, path, across.ticks(), up.ticks(), rows)


def _placed(
    ordered: Sequence[tuple[str, float, float, bool]], across: Scale, up: Scale
) -> list[Point]:
    """Return the points with their words above, or below where words stand already.

    The highest is given its words first: of two that nearly touch, the upper speaks above itself
    and the lower below, so that no point seems to bear the other's words.
    """
    taken: list[tuple[float, float]] = []
    placed: dict[int, Point] = {}
    for number in sorted(range(len(ordered)), key=lambda number: -ordered[number][2]):
        label, x, y, current = ordered[number]
        at_x, at_y = across(x), up(y)
        anchor = "start" if at_x < (LEFT + RIGHT) / 2 else "end"
        text_x = at_x + 8 if anchor == "start" else at_x - 8
        heights = (at_y - 8, at_y + 16, at_y - 23, at_y + 31, at_y - 38)
        text_y = next((h for h in heights if _free(text_x, h, taken)), heights[0])
        taken.append((text_x, text_y))
        placed[number] = Point(str(label), at_x, at_y, bool(current), text_x, text_y, anchor)
    return [placed[number] for number in range(len(ordered))]


def _free(x: float, y: float, taken: list[tuple[float, float]]) -> bool:
    return CEILING - 12 < y < FLOOR - 2 and all(
        abs(x - other_x) > CLOSE_X or abs(y - other_y) > CLOSE_Y for other_x, other_y in taken
    )
