"""What somebody must say before taking part, and the weekly grid they say it on."""

from collections.abc import Iterable

from viceversa.programmes.rules.details import Details, Window, joined

HOURS = (8, 10, 12, 14, 16)  # the start of each block of the grid
BLOCK = 120  # minutes
DAYS = range(5)  # the grid shows Monday to Friday; other times are kept beside it
MOST_PLACES = 5  # a person may offer; coordinators may set more

type Block = tuple[int, int]  # weekday, hour it starts


def still_needed(details: Details, role: str) -> tuple[str, ...]:
    """Return the steps that lack something: `topics`, `back` (of a mentee), `times`."""
    found = []
    if not details.first:
        found.append("topics")
    if role == "mentee" and not details.back:
        found.append("back")
    if not details.windows:
        found.append("times")
    return tuple(found)


def blocks_of(windows: Iterable[Window]) -> frozenset[Block]:
    """Return the blocks of the grid that lie wholly within weekly windows."""
    whole = joined(windows)
    return frozenset(
        (day, hour)
        for day in DAYS
        for hour in HOURS
        if any(d == day and s <= hour * 60 and e >= hour * 60 + BLOCK for d, s, e in whole)
    )


def beside(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Return what windows hold beyond the grid's blocks, so that saving the grid loses nothing."""
    windows = joined(windows)
    blocks = blocks_of(windows)
    left: list[Window] = []
    for day, start, end in windows:
        at = start
        for hour in (h for d, h in sorted(blocks) if d == day and start <= h * 60 < end):
            if at < hour * 60:
                left.append((day, at, hour * 60))
            at = hour * 60 + BLOCK
        if at < end:
            left.append((day, at, end))
    return tuple(left)


def windows_from(blocks: Iterable[Block], kept: Iterable[Window]) -> tuple[Window, ...]:
    """Return the weekly windows of ticked blocks and of the times kept beside the grid."""
    ticked = [(day, hour * 60, hour * 60 + BLOCK) for day, hour in blocks]
    return joined([*ticked, *kept])
