"""Supervision circles: what a plan must say, and when a seat can be had."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MINUTES = (15, 240)
SEATS = (2, 40)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a coordinator says about a circle; `starts_at` is aware."""

    starts_at: datetime
    minutes: int
    host: str
    place: str
    video_url: str
    seats: int


def faults(plan: Plan, *, now: datetime, taken: int = 0) -> tuple[str, ...]:
    """Return what is wrong: `past`, `minutes`, `host`, `somewhere`, `seats`, `taken`."""
    found = []
    if plan.starts_at <= now:
        found.append("past")
    if not MINUTES[0] <= plan.minutes <= MINUTES[1]:
        found.append("minutes")
    if not plan.host.strip():
        found.append("host")
    if not plan.place.strip() and not plan.video_url.strip():
        found.append("somewhere")
    if not SEATS[0] <= plan.seats <= SEATS[1]:
        found.append("seats")
    if plan.seats < taken:
        found.append("taken")
    return tuple(found)


def seat_refusal(
    *, starts_at: datetime, called_off: bool, seats: int, taken: int, now: datetime
) -> str | None:
    """Return why no seat can be had: `off`, `begun`, `full`; None where one can."""
    if called_off:
        return "off"
    if starts_at <= now:
        return "begun"
    return "full" if taken >= seats else None


def is_over(starts_at: datetime, minutes: int, now: datetime) -> bool:
    """Tell whether a circle has ended, so that attendance can be written down."""
    return starts_at + timedelta(minutes=minutes) <= now
