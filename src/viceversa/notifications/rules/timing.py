"""When a message may ring: quiet hours and the digest's hour in the reader's zone, and retries."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY = 0  # Monday: the digest opens the week
BACK_OFF = (1, 5, 30, 120, 360, 720, 1440)  # minutes before the second, third … try
RINGS = 4  # tries of a word in the chat: an hour late it has lost its sense
LEASE = timedelta(minutes=10)  # longer than any SMTP conversation: who holds it longer is dead


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours of the day (0 to 23) in which nothing rings, from `start` to just before `end`.

    The span may run over midnight; where both are equal there is none.
    """

    start: int = 20
    end: int = 8

    def holds(self, hour: int) -> bool:
        """Tell whether an hour of the day is quiet."""
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end


def next_audible(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """Return `moment`, or where it is quiet in `zone` then, the next end of the quiet hours.

    Wall-clock hours count, so the night in which the clocks change is as quiet as any other.
    """
    local = moment.astimezone(zone)
    if not quiet.holds(local.hour):
        return moment
    day = local.date()
    if local.hour >= quiet.end:
        day += timedelta(days=1)
    return datetime.combine(day, time(quiet.end), zone).astimezone(UTC)


def next_digest(moment: datetime, zone: ZoneInfo, quiet: Quiet) -> datetime:
    """Return when the digest that follows `moment` goes out: Monday at the end of the quiet."""
    local = moment.astimezone(zone)
    ahead = (FIRST_DAY - local.weekday()) % 7
    due = datetime.combine(local.date() + timedelta(days=ahead), time(quiet.end), zone)
    if due.astimezone(UTC) <= moment:
        due = datetime.combine(due.date() + timedelta(days=7), time(quiet.end), zone)
    return due.astimezone(UTC)


def next_try(moment: datetime, attempts: int, *, most: int = len(BACK_OFF) + 1) -> datetime | None:
    """Return when to try again after `attempts` failures; None when it is time to give up."""
    if attempts >= most:
        return None
    return moment + timedelta(minutes=BACK_OFF[attempts - 1])
