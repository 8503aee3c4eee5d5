"""The way through the questions: one at a time, forwards, backwards, on where one stopped."""

from collections.abc import Collection, Sequence


def next_open(codes: Sequence[str], met: Collection[str], after: str = "") -> str | None:
    """Return the next question not met yet, looking on from `after` and then from the start."""
    start = codes.index(after) + 1 if after in codes else 0
    return next((code for code in (*codes[start:], *codes[:start]) if code not in met), None)


def following(codes: Sequence[str], code: str) -> str | None:
    """Return the question after this one."""
    place = codes.index(code) + 1
    return codes[place] if place < len(codes) else None


def previous(codes: Sequence[str], code: str) -> str | None:
    """Return the question before this one."""
    place = codes.index(code)
    return codes[place - 1] if place else None
