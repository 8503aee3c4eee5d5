"""The preset proposes dates in order; the timeline has one place where the cohort stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.programmes.rules.timeline import (
    RHYTHMS,
    Dates,
    add_months,
    out_of_order,
    propose,
    stages,
    week,
)

starts = st.dates(date(2024, 1, 1), date(2035, 12, 31))
presets = st.sampled_from(sorted(RHYTHMS))


@given(presets, starts)
def test_proposed_dates_are_always_in_order(preset: str, start: date) -> None:
    dates = propose(preset, start)
    assert out_of_order(dates) is None
    assert dates.starts_on == start


@given(presets, starts, st.integers(-200, 600), st.booleans())
def test_at_most_one_stage_is_now_and_all_before_it_are_done(
    preset: str, start: date, days: int, closed: bool
) -> None:
    stops = stages(
        propose(preset, start),
        start + timedelta(days=days),
        charter_done=True,
        opened_on=start - timedelta(days=100),
        closed=closed,
    )
    states = [stop.state for stop in stops]
    assert states == sorted(states, key=["done", "now", ""].index)
    assert states.count("now") == (0 if closed else 1)


def test_a_draft_has_not_moved_beyond_its_charter() -> None:
    start = date(2026, 10, 5)
    stops = stages(
        propose("standard", start),
        start + timedelta(days=400),
        charter_done=True,
        opened_on=None,
        closed=False,
    )
    assert [stop.code for stop in stops if stop.state] == ["charter"]


def test_weeks_are_counted_from_one_and_only_while_the_cohort_runs() -> None:
    dates = propose("standard", date(2026, 10, 5))
    assert week(dates, date(2026, 10, 4)) is None
    assert week(dates, date(2026, 10, 5)) == (1, 26)
    assert week(dates, date(2026, 11, 25)) == (8, 26)
    assert week(dates, dates.ends_on) == (26, 26)
    assert week(dates, dates.ends_on + timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_months_end_where_the_shorter_month_ends(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_dates_the_wrong_way_round_are_named() -> None:
    day = date(2026, 10, 5)
    wrong = Dates(None, day + timedelta(days=1), day, None, day + timedelta(days=90))
    assert out_of_order(wrong) == ("matching_on", "starts_on")
    assert out_of_order(Dates(None, None, day, None, day)) == ("starts_on", "ends_on")
