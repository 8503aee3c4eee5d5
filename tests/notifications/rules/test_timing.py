"""Quiet hours, the digest's hour and the pauses between tries, on any day and in any zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.notifications.rules.timing import (
    BACK_OFF,
    Quiet,
    next_audible,
    next_digest,
    next_try,
)

ROME = ZoneInfo("Europe/Rome")
ZONES = st.sampled_from(
    ["UTC", "Europe/Rome", "Asia/Kolkata", "America/New_York", "Pacific/Chatham", "Asia/Tokyo"]
).map(ZoneInfo)
MOMENTS = st.integers(1_735_689_600, 1_893_456_000).map(
    lambda second: datetime.fromtimestamp(second, UTC)
)
QUIET = st.builds(Quiet, st.integers(0, 23), st.integers(0, 23))


@given(MOMENTS, ZONES, QUIET)
def test_nothing_rings_in_the_quiet_hours_and_nothing_waits_a_whole_day(
    moment: datetime, zone: ZoneInfo, quiet: Quiet
) -> None:
    due = next_audible(moment, zone, quiet)
    assert moment <= due <= moment + timedelta(hours=25)  # a night in which the clock goes back
    assert not quiet.holds(due.astimezone(zone).hour)
    assert next_audible(due, zone, quiet) == due


@given(MOMENTS, ZONES, QUIET)
def test_the_digest_comes_on_the_monday_ahead(
    moment: datetime, zone: ZoneInfo, quiet: Quiet
) -> None:
    due = next_digest(moment, zone, quiet)
    assert moment < due <= moment + timedelta(days=7, hours=2)
    assert due.astimezone(zone).weekday() == 0
    assert not quiet.holds(due.astimezone(zone).hour)


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("2026-09-07T19:59", "2026-09-07T19:59"),
        ("2026-09-07T20:00", "2026-09-08T08:00"),
        ("2026-09-08T03:15", "2026-09-08T08:00"),
        ("2026-10-24T23:00", "2026-10-25T08:00"),  # the clocks go back in that night
        ("2027-03-27T23:00", "2027-03-28T08:00"),  # and forward in this one
    ],
)
def test_an_evening_in_rome(written: str, due: str) -> None:
    moment = datetime.fromisoformat(written).replace(tzinfo=ROME).astimezone(UTC)
    assert next_audible(moment, ROME, Quiet()) == datetime.fromisoformat(due).replace(tzinfo=ROME)


def test_the_same_hour_twice_means_no_quiet_at_all() -> None:
    assert not any(Quiet(9, 9).holds(hour) for hour in range(24))


def test_pauses_grow_and_then_it_is_given_up() -> None:
    start = datetime(2026, 9, 7, tzinfo=UTC)
    tries = [next_try(start, attempts) for attempts in range(1, len(BACK_OFF) + 2)]
    assert tries[-1] is None
    pauses = [each - start for each in tries[:-1] if each]
    assert pauses == sorted(set(pauses))
    assert pauses[0] == timedelta(minutes=1)
