"""Eight levels are kept, four bands are shown; from level 5 on somebody guides others."""

LEVELS = range(1, 9)
GUIDES_FROM = 5  # DigComp: the first level at which one supports others
LOWEST = {"base": 1, "intermediate": 3, "advanced": 5, "specialised": 7}


def band_of(level: int) -> str:
    """Return the band of a level from 1 to 8."""
    if level not in LEVELS:
        raise ValueError(f"{level} is not a level: DigComp has 1 to 8")
    return list(LOWEST)[(level - 1) // 2]


def level_in(band: str, before: int | None = None) -> int:
    """Return the level to keep for a band: the one kept `before` where it lies in it.

    Otherwise the lower of the band's two levels: a page with four cards cannot tell more.
    """
    if before is not None and band_of(before) == band:
        return before
    return LOWEST[band]
