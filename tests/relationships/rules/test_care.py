"""When an answer is due, hours as one total, and who goes on without somebody who left."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.relationships.rules.care import answer_by, outcome, total_hours

ROME = ZoneInfo("Europe/Rome")


@pytest.mark.parametrize(
    ("raised", "last_day"),
    [
        ("2026-11-16 10:00", "2026-11-18"),  # Monday, by Wednesday
        ("2026-11-19 10:00", "2026-11-23"),  # Thursday, by Monday
        ("2026-11-20 23:59", "2026-11-24"),  # Friday night, by Tuesday
        ("2026-11-21 10:00", "2026-11-24"),  # Saturday, by Tuesday
        ("2026-03-27 10:00", "2026-03-31"),  # over the night the clocks go on
    ],
)
def test_an_answer_is_due_at_the_end_of_the_second_working_day(raised: str, last_day: str) -> None:
    due = answer_by(datetime.fromisoformat(raised).replace(tzinfo=ROME), ROME)
    assert str((due - timedelta(seconds=1)).astimezone(ROME).date()) == last_day
    assert due.astimezone(ROME).hour == 0


@given(minutes=st.integers(0, 365 * 24 * 60))
def test_it_is_never_due_on_a_weekend_nor_within_two_days(minutes: int) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    due = answer_by(at, ROME)
    assert timedelta(days=2) <= due - at <= timedelta(days=5, hours=1)
    assert (due - timedelta(seconds=1)).astimezone(ROME).weekday() < 5


def test_hours_are_rounded_to_a_half() -> None:
    assert total_hours([]) == 0
    assert total_hours([(45, 30)]) == 1.5
    assert total_hours([(45, 30), (60, 30), (15, 0)]) == 3


@pytest.mark.parametrize(
    ("format", "mentors", "mentees", "leaving", "expected"),
    [
        ("pair", 1, 0, 1, "ends"),
        ("pair", 1, 1, 0, "untouched"),
        ("duo", 1, 1, 1, "pair"),
        ("duo", 2, 0, 1, "ends"),
        ("circle", 2, 2, 1, "circle"),
        ("circle", 1, 1, 1, "ends"),
        ("circle", 3, 0, 1, "ends"),
    ],
)
def test_who_goes_on(format: str, mentors: int, mentees: int, leaving: int, expected: str) -> None:
    assert outcome(format, mentors=mentors, mentees=mentees, leaving=leaving) == expected
