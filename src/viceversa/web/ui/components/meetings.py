"""A meeting as a card whose hero is the day, and the free times beside it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

from django.utils.translation import gettext, gettext_lazy

from viceversa.web.ui.component import Values, component

ORDINALS = (
    *(gettext_lazy("first"), gettext_lazy("second"), gettext_lazy("third")),
    *(gettext_lazy("fourth"), gettext_lazy("fifth"), gettext_lazy("sixth")),
    *(gettext_lazy("seventh"), gettext_lazy("eighth"), gettext_lazy("ninth")),
    gettext_lazy("tenth"),
)
CARDINALS = (
    *(gettext_lazy("one"), gettext_lazy("two"), gettext_lazy("three"), gettext_lazy("four")),
    *(gettext_lazy("five"), gettext_lazy("six"), gettext_lazy("seven"), gettext_lazy("eight")),
    *(gettext_lazy("nine"), gettext_lazy("ten")),
)


class FreeTime(Protocol):
    """A time all are free, as the domain offers it."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def minutes(self) -> int: ...
    @property
    def short(self) -> bool: ...


@component("meeting", slots=("taps", "actions"))
def meeting(
    *,
    starts_at: datetime,
    ends_at: datetime,
    title: str,
    number: int | None = None,
    of: int = 0,
    place: str = "",
    video: str = "",
    short: bool = False,
    label: str = "",
    level: Literal[2, 3] = 2,
) -> Values:
    """One conversation: day, with whom, when and where, which of how many; content adds lines."""
    counted = number is not None and 0 < number <= of
    return {
        "which": place_in(number, of) if number and counted else "",
        "done": (number or 1) - 1 if counted else 0,
        "counted": counted,
    }


@component("meeting")
def slots(times: Sequence[FreeTime], *, action: str, seen: int | None = None) -> Values:
    """Free times as buttons of one form; each sends `slot`, its start and minutes."""
    return {"options": [(time, f"{time.starts_at.isoformat()}/{time.minutes}") for time in times]}


def place_in(number: int, of: int) -> str:
    """Return “third of six”; in figures beyond ten."""
    if number > len(ORDINALS) or of > len(CARDINALS):
        return gettext("%(number)s of %(of)s") % {"number": number, "of": of}
    return gettext("%(ordinal)s of %(count)s") % {
        "ordinal": ORDINALS[number - 1],
        "count": CARDINALS[of - 1],
    }
