"""Reads what an address or a form says, whatever it says."""

LONGEST = 9  # digits: more is no page, no size and no version of ours


def number(text: str, otherwise: int) -> int:
    """Return the whole number that `text` is, or `otherwise`."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST else otherwise
