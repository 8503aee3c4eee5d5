"""A language as an instrument: sentences by key, lists, numbers, days and times in its manner.

The catalogues are two modules with the same keys and the same fields (`en`, `it`); a test compares
them. They stand outside gettext because the command line tells the same reasons without Django.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from viceversa.matching.rules.records import Language, LocalWindow
from viceversa.matching.rules.sentences import en, it
from viceversa.people.rules.languages import TABLE

_CATALOGUES: Mapping[Language, Mapping[str, str]] = {"en": en.SENTENCES, "it": it.SENTENCES}
_DAYS: Mapping[Language, Sequence[str]] = {"en": en.DAYS, "it": it.DAYS}
_MONTHS: Mapping[Language, Sequence[str]] = {"en": en.MONTHS, "it": it.MONTHS}
DAY = 24 * 60


@cache
def _language_names() -> Mapping[str, tuple[str, str]]:
    rows = (line.split("|") for line in TABLE.splitlines())
    return {row[0]: (row[1], row[2]) for row in rows}


@dataclass(frozen=True, slots=True)
class Tongue:
    """One of the two languages; every method is a pure function of its arguments."""

    language: Language = "en"

    def say(self, key: str, /, *, count: int | None = None, **fields: object) -> str:
        """The sentence of that key with its fields filled in.

        With `count` the key has two forms, `key.one` and `key.many`; the number itself is the
        field `{count}`. Raises `KeyError` for an unknown key or a field that was not given.
        """
        catalogue = _CATALOGUES[self.language]
        if count is None:
            return catalogue[key].format(**fields)
        form = "one" if count == 1 else "many"
        return catalogue[f"{key}.{form}"].format(count=self.number(count), **fields)

    def listed(self, items: Sequence[str], most: int | None = None) -> str:
        """“A, B and C”; beyond `most` items, “A, B and 3 more”."""
        shown = list(items)
        if most is not None and len(shown) > most + 1:
            shown = [*shown[:most], self.say("list.more", count=len(items) - most)]
        if len(shown) < 2:
            return "".join(shown)
        return self.say("list.last", first=", ".join(shown[:-1]), last=shown[-1])

    def quoted(self, name: str) -> str:
        """A topic or another's words within the quotation marks of the language."""
        return self.say("quoted", name=name)

    def decimal(self, value: float, places: int = 2) -> str:
        """A number with its decimals: 0.91, 0,91."""
        text = f"{value:,.{places}f}"
        return text if self.language == "en" else _swapped(text)

    def signed(self, value: float, places: int = 2) -> str:
        """A difference with a true minus sign: −0.03, +0.12, 0.00."""
        text = self.decimal(abs(value), places)
        if not any(digit in text for digit in "123456789"):
            return text
        return ("−" if value < 0 else "+") + text

    def number(self, value: int) -> str:
        """A whole number with its thousands: 1,286 or 1.286."""
        return f"{value:,}" if self.language == "en" else f"{value:,}".replace(",", ".")

    def day(self, value: date) -> str:
        """A date: 29 March 2027."""
        return f"{value.day} {_MONTHS[self.language][value.month - 1]} {value.year}"

    def moment(self, weekday: int, minute: int) -> str:
        """A time of the week: Monday 17:00."""
        return f"{_DAYS[self.language][weekday % 7]} {clock(minute)}"

    def window(self, window: LocalWindow) -> str:
        """A stretch of the week: Monday 17:00–17:45."""
        weekday, first, after = window
        return f"{self.moment(weekday, first)}–{clock(after)}"

    def duration(self, minutes: int) -> str:
        """A length of time: 45 min, 2 h, 1 h 30 min; no line breaks between number and unit."""
        hours, rest = divmod(minutes, 60)
        parts = [f"{hours}\u00a0h"] if hours else []
        if rest or not hours:
            parts.append(f"{rest}\u00a0min")
        return "\u00a0".join(parts)

    def tongue(self, code: str) -> str:
        """The name of a language, or its code where we do not know it."""
        names = _language_names().get(code)
        return names[("en", "it").index(self.language)] if names else code


def clock(minute: int) -> str:
    """Minutes of the day as 17:05; past midnight the clock starts again, and the end is 24:00."""
    if minute == DAY:
        return "24:00"
    minute %= DAY
    return f"{minute // 60}:{minute % 60:02d}"


def _swapped(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))
