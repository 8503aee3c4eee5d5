"""For how long what a relationship wrote is kept after its end (the usual retention)."""

from dataclasses import dataclass
from datetime import date, timedelta

PRIVATE_NOTES = timedelta(days=30)
SHARED = timedelta(days=90)
AGREEMENT = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Kept:
    """The last days on which something is sure to be there still."""

    private_notes: date
    shared: date
    agreement: date


def kept(closed_on: date) -> Kept:
    """Return until when each thing is kept at least after an end on `closed_on`."""
    return Kept(
        private_notes=closed_on + PRIVATE_NOTES,
        shared=closed_on + SHARED,
        agreement=closed_on + AGREEMENT,
    )
