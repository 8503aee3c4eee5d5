"""Dates as organisations write them: ISO, or day first, or month first where that is chosen."""

import re
from collections.abc import Iterable
from datetime import date

from viceversa.people.rules.folding import plain
from viceversa.people.rules.options import DateOrder
from viceversa.people.rules.problems import Bad

ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)$")
NUMERIC = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?$")
WORDED = re.compile(r"^(\d{1,2})[-/. ]([a-z]{3,10})\.?[-/. ](\d{4})$")
MONTHS = (
    ("jan", "gen"),
    ("feb",),
    ("mar",),
    ("apr",),
    ("may", "mag"),
    ("jun", "giu"),
    ("jul", "lug"),
    ("aug", "ago"),
    ("sep", "set"),
    ("oct", "ott"),
    ("nov",),
    ("dec", "dic"),
)
EARLIEST = date(1940, 1, 1)  # nobody at work was hired before
PIVOT = 70  # two-digit years from here on are of the last century


def parse_date(text: str, order: DateOrder) -> date:
    """Return the date that `text` means; raises Bad with a fix where only one reading exists."""
    if match := ISO.match(text) or COMPACT.match(text):
        return _made(text, int(match[1]), int(match[2]), int(match[3]))
    if match := NUMERIC.match(text):
        first, second, year = int(match[1]), int(match[2]), _year(match[3])
        if order == "month-first":
            first, second = second, first
        if second > 12 >= first:
            swapped = _valid(year, first, second)
            raise Bad("date-order", fix=swapped.isoformat() if swapped else None, order=order)
        return _made(text, year, second, first)
    if match := WORDED.match(plain(text)):
        for number, names in enumerate(MONTHS, start=1):
            if match[2].startswith(names):
                return _made(text, int(match[3]), number, int(match[1]))
    raise Bad("bad-date")


def seen_order(values: Iterable[str]) -> DateOrder | None:
    """Return the order that the values prove, or None where they fit both or contradict."""
    day_first = month_first = 0
    for text in values:
        if match := NUMERIC.match(text.strip()):
            day_first += int(match[1]) > 12
            month_first += int(match[2]) > 12
    if bool(day_first) == bool(month_first):
        return None
    return "day-first" if day_first else "month-first"


def _made(text: str, year: int, month: int, day: int) -> date:
    found = _valid(year, month, day)
    if found is None:
        raise Bad("impossible-date")
    if found < EARLIEST:
        raise Bad("date-too-early", year=found.year)
    return found


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) >= PIVOT else 2000)
