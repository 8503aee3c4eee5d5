"""When people are free: short windows of a working week, by the rhythm of their work."""

from random import Random

from viceversa.ops.sample.shape import Language

type Window = tuple[int, int, int]  # weekday from Monday 0, minute from, minute to

DAYS: dict[Language, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri"),
    "it": ("lun", "mar", "mer", "gio", "ven"),
}
# The hours the house keeps free, as (weekday, minute): leaders live by them, others around them.
HOUSE = (
    (0, 17 * 60),
    (1, 8 * 60 + 30),
    (1, 14 * 60),
    (2, 8 * 60 + 30),
    (2, 17 * 60),
    (3, 12 * 60 + 30),
    (3, 14 * 60 + 30),
    (4, 8 * 60 + 30),
    (4, 11 * 60),
)
AFTER_SHIFT = tuple((day, start) for day, start in HOUSE if start >= 14 * 60)


def invent(random: Random, *, leader: bool, shifts: bool) -> tuple[Window, ...]:
    """Return three to six windows in the order of the week; leaders have fewer and shorter ones."""
    offered = AFTER_SHIFT if shifts else HOUSE
    count = random.choice((3, 4, 4) if leader else (4, 5, 6))
    windows = []
    for day, start in sorted(random.sample(offered, min(count, len(offered)))):
        early = 0 if leader or shifts else random.choice((0, 0, 30))
        length = random.choice((60, 60, 90) if leader else (60, 90, 90, 120))
        windows.append((day, start - early, start + length))
    return tuple(windows)


def write(windows: tuple[Window, ...], language: Language) -> str:
    """Return windows as a people file holds them: `Mon 17:00-18:00; Wed 08:30-09:30`."""
    return "; ".join(
        f"{DAYS[language][day]} {_clock(begin)}-{_clock(end)}" for day, begin, end in windows
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
