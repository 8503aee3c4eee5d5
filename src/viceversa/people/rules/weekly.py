"""Weekly windows: `Mon 09:00-11:00; Tue 14-16:30` as weekday and minutes of the day."""

import re

from viceversa.people.rules.folding import plain
from viceversa.people.rules.problems import Bad

DAYS = (
    ("mon", "lun"),
    ("tue", "mar"),
    ("wed", "mer"),
    ("thu", "gio"),
    ("fri", "ven"),
    ("sat", "sab"),
    ("sun", "dom"),
)
WINDOW = re.compile(
    r"^(?P<day>[a-z]+)\.?(?:\s*-\s*(?P<last>[a-z]+)\.?)?,?\s+"
    r"(?P<from>\d{1,2}(?:[:.]\d{2})?)\s*(?:-|–|—|to|alle)\s*(?P<to>\d{1,2}(?:[:.]\d{2})?)$"
)
type Window = tuple[int, int, int]


def parse_windows(items: list[str]) -> tuple[Window, ...]:
    """Return `(weekday from Monday = 0, from minute, to minute)` for each window, in order.

    A range of days (`Mon-Fri 9-10`) gives one window a day. Raises Bad naming the window that
    cannot be understood or ends before it begins.
    """
    windows: set[Window] = set()
    for item in items:
        match = WINDOW.match(plain(item))
        first = _weekday(match["day"]) if match else None
        last = _weekday(match["last"]) if match and match["last"] else first
        if match is None or first is None or last is None:
            raise Bad("bad-window", window=item)
        start, end = _minute(match["from"]), _minute(match["to"])
        if start is None or end is None:
            raise Bad("bad-window", window=item)
        if end <= start:
            raise Bad("window-ends-first", window=item)
        days = range(first, last + 1) if last >= first else (*range(first, 7), *range(last + 1))
        windows.update((day, start, end) for day in days)
    return tuple(sorted(windows))


def _weekday(text: str) -> int | None:
    for number, names in enumerate(DAYS):
        if text.startswith(names):
            return number
    return None


def _minute(text: str) -> int | None:
    hour, _, minute = text.replace(".", ":").partition(":")
    total = int(hour) * 60 + int(minute or 0)
    return total if int(minute or 0) < 60 and total <= 24 * 60 else None
