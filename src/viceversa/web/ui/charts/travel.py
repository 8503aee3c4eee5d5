"""Distance travelled: before hollow, after filled, one line for each thing; never a sum."""

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, RIGHT, TOP, ROW = 2.0, 418.0, 30.0, 46.0
LEVELS = 8


@dataclass(frozen=True)
class Way:
    """One row: its words above, its two places on the line below."""

    label: str
    y: float
    before: float
    after: float

    @property
    def stayed(self) -> bool:
        """Whether both places are the same."""
        return self.before == self.after


@dataclass(frozen=True)
class Travel:
    """Rows and the edges between the four bands."""

    ways: list[Way]
    edges: list[float]
    floor: float
    height: float
    rows: list[tuple[str, str, str]]


def travel(rows: Sequence[tuple[str, int, int, str, str]]) -> Travel:
    """Return the drawing of (label, level before, level after, words before, words after)."""
    ways = [
        Way(label, TOP + place * ROW, _at(before), _at(after))
        for place, (label, before, after, _was, _is) in enumerate(rows)
    ]
    floor = TOP + len(rows) * ROW - 8
    return Travel(
        ways=ways,
        edges=[round(_at(level) - _half(), 1) for level in (1, 3, 5, 7)] + [RIGHT],
        floor=floor,
        height=floor + 6,
        rows=[(label, before, after) for label, _from, _to, before, after in rows],
    )


def _half() -> float:
    return (RIGHT - LEFT) / LEVELS / 2


def _at(level: int) -> float:
    """Return the middle of a level's place on the line."""
    return round(LEFT + (level - 0.5) * (RIGHT - LEFT) / LEVELS, 1)
