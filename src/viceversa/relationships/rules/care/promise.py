"""An answer within two working days: Monday to Friday, in the zone of whoever answers."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

WORKING_DAYS = 2
SATURDAY = 5


def answer_by(raised_at: datetime, zone: ZoneInfo) -> datetime:
    """Return the end of the second working day after `raised_at`, in UTC.

    The day itself does not count: what is raised on a Thursday is answered by Monday's end.
    Public holidays are not known here, so the promise may be kept early, never by less.
    """
    day = raised_at.astimezone(zone).date()
    left = WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
