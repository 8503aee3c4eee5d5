"""When people are free: short windows of a working week, by the rhythm of their work."""

from random import Random

from viceversa.ops.sample.shape import Language

type Window = tuple[int, int, int]  # weekday from Monday 0, minute from, minute to

DAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri"),
    "it": ("lun", "mar", "mer", "gio", "ven"),
}
# Starts in minutes: leaders are free at the edges of the day, shifts end at two.
LEADER = (8 * 60, 8 * 60 + 30, 12 * 60 + 30, 17 * 60, 17 * 60 + 30, 18 * 60)
SHIFT = (14 * 60, 14 * 60 + 30, 15 * 60)
OFFICE = (8 * 60 + 30, 9 * 60, 11 * 60, 12 * 60 + 30, 14 * 60, 16 * 60, 17 * 60)


def invent(random: Random, *, leader: bool, shifts: bool) -> tuple[Window, ...]:
    """Return two to five windows in the order of the week, never two on the same day."""
    days = sorted(random.sample(range(5), random.choice((2, 3, 3) if leader else (3, 4, 4, 5))))
    starts = LEADER if leader else SHIFT if shifts else OFFICE
    windows = []
    for day in days:
        start = random.choice(starts)
        length = random.choice((60, 60, 90) if leader else (60, 90, 120, 150))
        windows.append((day, start, min(start + length, 20 * 60)))
    return tuple(windows)


def write(windows: tuple[Window, ...], language: Language) -> str:
    """Return windows as a people file holds them: `Mon 17:00-18:00; Wed 08:30-09:30`."""
    return "; ".join(
        f"{DAYS[language][day]} {_clock(begin)}-{_clock(end)}" for day, begin, end in windows
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
