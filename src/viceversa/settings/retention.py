"""For how many days things are kept once their time is over: clocks of the nightly deletion."""

from viceversa.settings import env

LEAST, MOST = 1, 3660  # days


def clocks() -> dict[str, int]:
    """Return the days by the name of the clock; pages that say “until” read them, too."""
    return {
        "notes": env.number("KEEP_NOTES", default=30, least=LEAST, most=MOST),
        "content": env.number("KEEP_CONTENT", default=90, least=LEAST, most=MOST),
        "agreement": env.number("KEEP_AGREEMENT", default=365, least=LEAST, most=MOST),
        "answers": env.number("KEEP_ANSWERS", default=365, least=LEAST, most=MOST),
        "leavers": env.number("KEEP_LEAVERS", default=30, least=LEAST, most=MOST),
        "messages": env.number("KEEP_MESSAGES", default=90, least=LEAST, most=MOST),
        "files": env.number("KEEP_FILES", default=90, least=LEAST, most=MOST),
        "audit": env.number("KEEP_AUDIT", default=730, least=LEAST, most=MOST),
    }
