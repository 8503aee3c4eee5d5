"""Spans of time and weekly windows: when several people, each in their own zone, are all free.

Everything is computed in UTC; weekly windows are wall-clock times, so a window from nine to eleven
stays from nine to eleven through every change of the clocks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60  # minutes

type Window = tuple[int, int, int]  # weekday 0-6 from Monday, from minute, to minute


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` to just before `end`, both aware and in UTC; never empty."""

    start: datetime
    end: datetime

    def holds(self, other: "Span") -> bool:
        """Tell whether another span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def span_of(start: datetime, minutes: int) -> Span:
    """Return the span of so many minutes."""
    begin = start.astimezone(UTC)
    return Span(begin, begin + timedelta(minutes=minutes))


def at_wall_clock(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return the moment at which clocks in `zone` show a minute of a day, in UTC.

    A time that clocks skip counts as much later as they jump; of one that comes twice it is the
    first.
    """
    day += timedelta(days=minute // DAY)
    clock = time(minute % DAY // 60, minute % 60)
    return datetime.combine(day, clock, zone).astimezone(UTC)


def weekly(windows: Iterable[Window], zone: ZoneInfo, within: Span) -> list[Span]:
    """Return the spans of weekly windows in `zone` that meet `within`, cut to it, joined."""
    wanted = list(windows)
    day = within.start.astimezone(zone).date() - timedelta(days=1)
    last = within.end.astimezone(zone).date()
    found = []
    while day <= last:
        for weekday, start, end in wanted:
            if weekday == day.weekday():
                begin = max(at_wall_clock(day, start, zone), within.start)
                finish = min(at_wall_clock(day, end, zone), within.end)
                if begin < finish:
                    found.append(Span(begin, finish))
        day += timedelta(days=1)
    return union(found)


def union(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap or touch joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result


def common(each: Sequence[Sequence[Span]]) -> list[Span]:
    """Return the time that lies in every one of several lists; [] of no list at all."""
    if not each:
        return []
    result = union(each[0])
    for spans in each[1:]:
        other = union(spans)
        result = [
            Span(max(a.start, b.start), min(a.end, b.end))
            for a in result
            for b in other
            if max(a.start, b.start) < min(a.end, b.end)
        ]
    return result


def without(spans: Iterable[Span], busy: Iterable[Span]) -> list[Span]:
    """Return what is left of spans once busy times are taken out."""
    result = union(spans)
    for taken in union(busy):
        kept = []
        for span in result:
            if taken.end <= span.start or span.end <= taken.start:
                kept.append(span)
                continue
            if span.start < taken.start:
                kept.append(Span(span.start, taken.start))
            if taken.end < span.end:
                kept.append(Span(taken.end, span.end))
        result = kept
    return result
