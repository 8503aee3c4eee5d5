"""The moment at which every run of the tests begins, whatever the day: the clock ticks on from it.

Rows with fixed dates and a product that looks at the clock then agree today and in a year. Try
another moment with `pytest --at 2027-03-28T01:30`; programs that a test starts have the real time.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from django.utils import timezone

from viceversa.kernel import clock

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@contextmanager
def clock_from(moment: datetime) -> Iterator[None]:
    """Let product and Django believe that it is `moment` now, and later by and by."""
    begun = time.monotonic()

    def now() -> datetime:
        return moment + timedelta(seconds=time.monotonic() - begun)

    # Ours one level deeper: many modules keep the name `now` of their own.
    ours = patch.object(clock, "datetime", now=lambda zone: now())
    with ours, patch.object(timezone, "now", now):
        yield


def parsed(text: str) -> datetime:
    """Return what `--at` was given, in UTC where it names no zone."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
