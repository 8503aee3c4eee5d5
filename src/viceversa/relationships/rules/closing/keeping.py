"""For how long what a relationship wrote is kept after its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Kept:
    """The last days on which something is there still."""

    private_notes: date
    shared: date
    agreement: date


def kept(closed_on: date, days: Mapping[str, int]) -> Kept:
    """Return until when each thing is kept after an end on `closed_on`; `days` are the clocks."""
    return Kept(
        private_notes=closed_on + timedelta(days=days["notes"]),
        shared=closed_on + timedelta(days=days["content"]),
        agreement=closed_on + timedelta(days=days["agreement"]),
    )
