"""When somebody may look at themselves: before, midway and at the end of their cohort."""

from datetime import date, timedelta

MIDWAY_OPENS = timedelta(days=7)  # before the midpoint review, so that it can be spoken of there
END_OPENS = timedelta(days=14)  # before the closing
END_STAYS = timedelta(days=60)  # after it
ORDER = ("baseline", "midpoint", "endpoint")


def wave_on(day: date, *, midpoint_on: date | None, ends_on: date) -> str | None:
    """Return the moment a day belongs to, or None long after the end."""
    if day > ends_on + END_STAYS:
        return None
    if day >= ends_on - END_OPENS:
        return "endpoint"
    if midpoint_on is not None and day >= midpoint_on - MIDWAY_OPENS:
        return "midpoint"
    return "baseline"
