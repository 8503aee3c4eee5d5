"""What stops a command, as lines a person can act on."""

from collections.abc import Sequence


class Refused(Exception):
    """The data cannot be used: `headline` says what, each of `lines` where and what to do."""

    def __init__(self, headline: str, lines: Sequence[str] = ()) -> None:
        super().__init__(headline)
        self.headline = headline
        self.lines = tuple(lines)


class Misused(Exception):
    """The command itself is mistaken: a path that leads nowhere, a zone that does not exist."""
