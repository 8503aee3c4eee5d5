"""The times of the story: wall clock of Milano, never after the moment of loading."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


def weekday(day: date) -> date:
    """Return a day, or the Monday after it where it is on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


@dataclass(frozen=True, slots=True)
class Clockwork:
    """Gives moments counted from `now`, which is aware."""

    now: datetime

    @property
    def today(self) -> date:
        return self.now.astimezone(ROME).date()

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """Return that time of that day in Milano, in UTC; what would be in the future is now."""
        return min(datetime.combine(day, time(hour, minute), ROME).astimezone(UTC), self.now)

    def ago(self, **span: float) -> datetime:
        """Return the moment so many minutes, hours or days before now."""
        return self.now - timedelta(**span)
