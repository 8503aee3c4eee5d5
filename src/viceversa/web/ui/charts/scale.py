"""Round axis values and the straight line from a value to a place in the drawing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format


@dataclass(frozen=True)
class Tick:
    """One labelled place on an axis."""

    at: float
    text: str


@dataclass(frozen=True)
class Scale:
    """Maps values from `low` to `high` onto places from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float
    step: float

    def __call__(self, value: float) -> float:
        """Return the place of a value, to a tenth of a unit."""
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def decimals(self) -> int:
        """How many decimals tell two neighbouring ticks apart."""
        exact = -math.floor(math.log10(self.step) + 1e-9)
        quarter = abs(self.step * 10**exact - 2.5) < 1e-6
        return max(0, exact + (1 if quarter else 0))

    def ticks(self) -> list[Tick]:
        """Return the labelled places from low to high."""
        count = round((self.high - self.low) / self.step)
        values = [self.low + i * self.step for i in range(count + 1)]
        return [Tick(self(value), shown(value, self.decimals)) for value in values]


def fitted(
    values: Sequence[float],
    *,
    start: float,
    end: float,
    from_zero: bool = False,
    most_ticks: int = 6,
) -> Scale:
    """Return a scale with round ends that holds all values; never empty, never a single point."""
    known = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(known), max(known)
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if high - low < 1e-9:
        low, high = (0.0, max(high, 1.0)) if from_zero else (low - 0.5, high + 0.5)
    step = _round_step((high - low) / max(1, most_ticks - 1))
    bottom = math.floor(low / step + 1e-9) * step
    top = math.ceil(high / step - 1e-9) * step
    return Scale(low=bottom, high=top, start=start, end=end, step=step)


def _round_step(rough: float) -> float:
    """Return the smallest of 1, 2, 2.5 or 5 times a power of ten that is not below `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if factor * power >= rough - 1e-12:
            return factor * power
    return 10.0 * power


def shown(value: float, decimals: int) -> str:
    """Return a number as the viewer's language writes it, with a real minus."""
    text = number_format(abs(value), decimals)
    negative = value < 0 and round(value, decimals) != 0
    return f"−{text}" if negative else text


def shortened(text: str, most: int) -> str:
    """Return a label that fits; the whole of it stands in the table behind the chart."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
