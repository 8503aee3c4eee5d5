"""A series: every so many weeks at one wall-clock time of one zone."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from viceversa.relationships.rules.meetings.times import at_wall_clock

WEEKS = (1, 12)
COUNT = (2, 26)


def occurrences(
    first_on: date, at_minute: int, zone: ZoneInfo, *, every_weeks: int, count: int
) -> list[datetime]:
    """Return the starts in UTC; clocks in `zone` show the same minute at each of them."""
    days = (first_on + timedelta(weeks=every_weeks * n) for n in range(count))
    return [at_wall_clock(day, at_minute, zone) for day in days]
