"""Forms of an enrolment: places, topics both ways, the weekly grid, languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from viceversa.people.rules.languages import TABLE
from viceversa.programmes.rules.details import DAY, LEVEL, PLACES, WEIGHT, Window, Wish

BLANKS = 3  # empty topic lines offered below those written


class PlacesForm(forms.Form):
    maximum = forms.IntegerField(
        label=gettext_lazy("Places"),
        min_value=PLACES[0],
        max_value=PLACES[1],
        help_text=gettext_lazy("How many relationships one person takes in this role."),
    )
    minimum = forms.IntegerField(
        label=gettext_lazy("At least"),
        min_value=PLACES[0],
        max_value=PLACES[1],
        help_text=gettext_lazy("A minimum the matching must meet; usually 0."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        least, most = cleaned.get("minimum"), cleaned.get("maximum")
        if least is not None and most is not None and least > most:
            self.add_error("minimum", _("This is more than the places: lower it."))
        return cleaned


class LanguagesForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages for the meetings"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen means those of the directory."),
    )

    def __init__(self, data: Any, languages: Iterable[str], known: dict[str, str]) -> None:
        super().__init__(data, initial={"languages": list(languages)})
        field = self.fields["languages"]
        assert isinstance(field, forms.MultipleChoiceField)
        extra = {code: code for code in languages if code not in known}
        by_name = sorted((name, code) for code, name in {**known, **extra}.items())
        field.choices = [(code, name) for name, code in by_name]


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One line of topics: the code chosen ("" for none) and its weight or level."""

    number: int
    code: str
    value: int


class TopicLines:
    """The topics of one direction: lines of a topic and a number, with a few empty ones below."""

    def __init__(self, name: str, *, offer: bool, wishes: Iterable[Wish]) -> None:
        self.name = name
        self.offer = offer
        self.usual = 5 if offer else 2
        self.wishes = list(wishes)

    def read(self, data: QueryDict, known: set[str]) -> None:
        """Take over what was sent; lines without a known topic are dropped."""
        codes = data.getlist(f"{self.name}_topic")
        values = data.getlist(f"{self.name}_value")
        self.wishes = [
            (code, _within(value, *self.ends, usual=self.usual))
            for code, value in zip(codes, values, strict=False)
            if code in known
        ]

    @property
    def ends(self) -> tuple[int, int]:
        """The least and the most of the number."""
        return LEVEL if self.offer else WEIGHT

    @property
    def lines(self) -> list[TopicLine]:
        """The lines to draw."""
        written = [*self.wishes, *[("", self.usual)] * BLANKS]
        return [TopicLine(i, code, value) for i, (code, value) in enumerate(written, start=1)]

    @property
    def values(self) -> list[tuple[int, str]]:
        """The numbers with their words."""
        if not self.offer:
            return [(1, _("1, nice to have")), (2, _("2, important")), (3, _("3, most important"))]
        bands = (_("base"), _("intermediate"), _("advanced"), _("highly specialised"))
        return [(n, f"{n}, {bands[(n - 1) // 2]}") for n in range(LEVEL[0], LEVEL[1] + 1)]


@dataclass(frozen=True, slots=True)
class Slot:
    """One window of a day as two texts `HH:MM`, empty where nothing is said."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class DayLine:
    """One row of the weekly grid."""

    day: int
    name: str
    slots: list[Slot]


class WeekGrid:
    """The weekly grid: a row a day, two windows or more in each, exact to the minute."""

    def __init__(self, windows: Iterable[Window]) -> None:
        self.windows = list(windows)
        self.errors: list[str] = []

    def read(self, data: QueryDict) -> None:
        """Take over what was sent, and note every window that is not one."""
        self.windows = []
        for day, name in enumerate(day_names()):
            starts, ends = data.getlist(f"day{day}_from"), data.getlist(f"day{day}_to")
            for start, end in zip(starts, ends, strict=False):
                if not start and not end:
                    continue
                first, last = minute(start), minute(end)
                if first is None or last is None or first >= last:
                    self.errors.append(
                        _("%(day)s, %(start)s to %(end)s: write a start and a later end.")
                        % {"day": name, "start": start or "…", "end": end or "…"}
                    )
                else:
                    self.windows.append((day, first, last))

    @property
    def rows(self) -> list[DayLine]:
        """The rows to draw, every one with room for one more window and at least two."""
        return [
            DayLine(day, name, self._slots(day, max(2, self._count(day) + 1)))
            for day, name in enumerate(day_names())
        ]

    def _count(self, day: int) -> int:
        return sum(window[0] == day for window in self.windows)

    def _slots(self, day: int, room: int) -> list[Slot]:
        slots = [Slot(clock(s), clock(e)) for d, s, e in self.windows if d == day]
        return slots + [Slot()] * (room - len(slots))


def day_names() -> list[str]:
    """Return the days of the week from Monday."""
    return [
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    ]


def language_names(language: str) -> dict[str, str]:
    """Return what languages are called in a language of the program, by code."""
    column = 2 if language.startswith("it") else 1
    lines = (line.split("|") for line in TABLE.splitlines())
    return {parts[0]: parts[column] for parts in lines}


def minute(text: str) -> int | None:
    """Return the minute of the day of `HH:MM`, None where it is not one.

    Browsers stop at 23:59, so that is read as the end of the day.
    """
    hours, _colon, minutes = text.partition(":")
    if not (hours.isdecimal() and minutes[:2].isdecimal()):
        return None
    value = int(hours) * 60 + int(minutes[:2])
    if int(minutes[:2]) > 59 or value > DAY:
        return None
    return DAY if value == DAY - 1 else value


def clock(value: int) -> str:
    """Return a minute of the day as `HH:MM`, the end of the day as 23:59."""
    value = min(value, DAY - 1)
    return f"{value // 60:02}:{value % 60:02}"


def _within(text: str, least: int, most: int, *, usual: int) -> int:
    return min(max(int(text), least), most) if text.isdecimal() else usual
