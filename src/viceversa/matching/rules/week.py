"""Weekly availability: from wall-clock windows in somebody's zone to UTC minutes of the week.

The engine compares free time in one week of UTC minutes, Monday 00:00 = 0. A window such as
“Monday 9 to 11 in Rome” is another stretch of UTC in summer than in winter, so a day has to be
chosen: every zone is read with the offset it has at noon UTC of the *reference date* (the day the
relationships begin, or today). Two zones that change their clocks together keep their common time
all the year. Two that do not (Rome and Bengaluru; for three weeks Rome and New York) gain or lose
up to an hour later on. Counting only what holds in every season would have erased short windows
that two colleagues in Bengaluru share; averaging would have promised minutes nobody has. So the
reference date decides the rule and the score, and `season_changes` finds for any one pair the day
on which its common time changes and what is left, which the reasons then say.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from viceversa.matching.rules.records import LocalWindow

DAY = 24 * 60
WEEK = 7 * DAY
WEEKS_AHEAD = 26  # as long as the standard preset of a relationship

type UtcWindow = tuple[int, int]


@lru_cache(maxsize=4096)
def offset(zone: str, on: date) -> int:
    """Minutes that `zone` is ahead of UTC at noon UTC of that day.

    Raises `zoneinfo.ZoneInfoNotFoundError` for an unknown zone.
    """
    noon = datetime.combine(on, time(12), tzinfo=UTC).astimezone(ZoneInfo(zone))
    ahead = noon.utcoffset() or timedelta()
    return round(ahead.total_seconds() / 60)


def to_utc(windows: Iterable[LocalWindow], zone: str, on: date) -> tuple[UtcWindow, ...]:
    """The windows in UTC minutes of the week, in order; an end beyond 10,080 wraps into Monday."""
    ahead = offset(zone, on)
    result = []
    for weekday, first, after in windows:
        start = (weekday * DAY + first - ahead) % WEEK
        result.append((start, start + after - first))
    return tuple(sorted(result))


def to_local(windows: Iterable[UtcWindow], zone: str, on: date) -> tuple[LocalWindow, ...]:
    """UTC minutes as weekday and minutes of that day in a zone; a window may end after midnight."""
    ahead = offset(zone, on)
    result = []
    for start, end in windows:
        begin = (start + ahead) % WEEK
        first = begin % DAY
        result.append((begin // DAY, first, first + end - start))
    return tuple(sorted(result))


def common(first: Sequence[UtcWindow], second: Sequence[UtcWindow]) -> tuple[UtcWindow, ...]:
    """The stretches of UTC both lists cover; one that runs over Sunday midnight stays whole."""
    shared = [
        (max(a, c), min(b, d))
        for a, b in _pieces(first)
        for c, d in _pieces(second)
        if max(a, c) < min(b, d)
    ]
    shared = _pieces(shared)
    if len(shared) > 1 and shared[0][0] == 0 and shared[-1][1] == WEEK:
        head, last = shared.pop(0), shared.pop()
        shared.append((last[0], WEEK + head[1]))
    return tuple(shared)


def minutes(windows: Iterable[UtcWindow]) -> int:
    """How long the windows last together."""
    return sum(end - start for start, end in windows)


def season_changes(
    first: tuple[Sequence[LocalWindow], str], second: tuple[Sequence[LocalWindow], str], on: date
) -> tuple[tuple[date, int], ...]:
    """When, in the half year after `on`, two people's common time changes, and to how many minutes.

    Each person is their local windows and their zone. Empty for zones whose clocks move together.
    """
    (mine, my_zone), (yours, your_zone) = first, second
    changes = []
    before = offset(my_zone, on) - offset(your_zone, on)
    shared = minutes(common(to_utc(mine, my_zone, on), to_utc(yours, your_zone, on)))
    for days in range(1, WEEKS_AHEAD * 7 + 1):
        day = on + timedelta(days=days)
        apart = offset(my_zone, day) - offset(your_zone, day)
        if apart == before:
            continue
        before = apart
        now = minutes(common(to_utc(mine, my_zone, day), to_utc(yours, your_zone, day)))
        if now != shared:
            shared = now
            changes.append((day, now))
    return tuple(changes)


def _pieces(windows: Iterable[UtcWindow]) -> list[UtcWindow]:
    """The same time as sorted, separate stretches within 0 to 10,080."""
    cut: list[UtcWindow] = []
    for start, end in windows:
        if end > WEEK:
            cut += [(start, WEEK), (0, min(end - WEEK, WEEK))]
        else:
            cut.append((start, end))
    result: list[UtcWindow] = []
    for start, end in sorted(cut):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
