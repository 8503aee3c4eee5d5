"""A meeting prepared: its minutes drawn as lengths, in the inks of those who give."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from viceversa.web.ui.component import Values, component

WIDTH, GAP = 450, 2  # units of the drawing
INKS = {"mentor": "c-m", "mentee": "c-e", "both": "c-ink"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A rectangle of the bar."""

    x: int
    width: int
    ink: str


@component("agenda")
def agenda_bar(slices: Sequence[tuple[int, str]], *, minutes: int) -> Values:
    """The minutes of a meeting as a bar; `slices` are (minutes, who gives), in their order.

    What is not planned yet stays empty; too many minutes make everything shorter.
    """
    planned = sum(length for length, _ in slices)
    whole = max(planned, minutes, 1)
    stretches, start = [], 0
    for length, gives in slices:
        x = round(start * WIDTH / whole)
        end = round((start + length) * WIDTH / whole)
        last = start + length == whole
        stretches.append(Stretch(x, max(end - x - (0 if last else GAP), 0), INKS[gives]))
        start += length
    label = ngettext(
        "%(planned)s of %(minutes)s minute planned: %(parts)s",
        "%(planned)s of %(minutes)s minutes planned: %(parts)s",
        minutes,
    ) % {
        "planned": planned,
        "minutes": minutes,
        "parts": ", ".join(str(length) for length, _ in slices) or 0,
    }
    return {"stretches": [one for one in stretches if one.width], "label": label, "width": WIDTH}
