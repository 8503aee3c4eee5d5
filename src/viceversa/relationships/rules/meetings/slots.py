"""Which of the common free times to show: few, soon, on different days, at round minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from viceversa.relationships.rules.meetings.times import Span, common, span_of, weekly, without
from viceversa.relationships.rules.meetings.times import Window as Window

STEP = 30  # minutes: meetings begin at the hour or half past
SHORT = 15  # minutes of a keep-alive meeting
AHEAD = timedelta(days=28)
LEAD = timedelta(hours=2)  # nobody is asked to be somewhere at once
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Week:
    """One person's weekly windows in their zone, and the spans in which they are taken."""

    windows: tuple[Window, ...]
    zone: ZoneInfo
    busy: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A time at which all are free; `short` for the fifteen-minute one."""

    starts_at: datetime
    minutes: int
    short: bool = False


def free(weeks: Sequence[Week], now: datetime, *, ahead: timedelta = AHEAD) -> list[Span]:
    """Return when everybody is free from a little after `now`; [] where someone gave no windows."""
    within = Span(now + LEAD, now + ahead)
    each = [without(weekly(week.windows, week.zone, within), week.busy) for week in weeks]
    return common(each)


def starts(spans: Iterable[Span], minutes: int, zone: ZoneInfo) -> list[datetime]:
    """Return every start at a full or half hour of `zone` that leaves room for `minutes`."""
    found = []
    for span in spans:
        start = _rounded_up(span.start, zone)
        while start + timedelta(minutes=minutes) <= span.end:
            found.append(start)
            start = _rounded_up(start + timedelta(minutes=STEP), zone)
    return found


def offers(spans: Sequence[Span], minutes: int, zone: ZoneInfo) -> list[Slot]:
    """Return up to three slots on different days of `zone`, and a short one beside them.

    The short one takes the first fifteen minutes that none of the others uses.
    """
    chosen: list[Slot] = []
    days = set()
    for start in starts(spans, minutes, zone):
        day = start.astimezone(zone).date()
        if day not in days and len(chosen) < SHOWN:
            days.add(day)
            chosen.append(Slot(start, minutes))
    taken = [span_of(slot.starts_at, slot.minutes) for slot in chosen]
    brief = starts(without(spans, taken), SHORT, zone) or starts(spans, SHORT, zone)
    if brief and minutes > SHORT:
        chosen.append(Slot(brief[0], SHORT, short=True))
    return chosen


def is_free(spans: Iterable[Span], starts_at: datetime, minutes: int) -> bool:
    """Tell whether a time lies wholly within free spans."""
    wanted = span_of(starts_at, minutes)
    return any(span.holds(wanted) for span in spans)


def _rounded_up(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the first full or half hour of `zone` at or after a moment."""
    local = moment.astimezone(zone)
    over = timedelta(
        minutes=local.minute % STEP, seconds=local.second, microseconds=local.microsecond
    )
    return moment if not over else moment + timedelta(minutes=STEP) - over
