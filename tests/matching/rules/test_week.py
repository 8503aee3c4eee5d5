"""Local windows become UTC minutes, common time is exact, and the seasons are told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.matching.rules import week

WINTER, SUMMER = date(2026, 1, 14), date(2026, 7, 14)
MONDAY_NINE = ((0, 9 * 60, 11 * 60),)

zones = st.sampled_from(
    ["Europe/Rome", "Asia/Kolkata", "Asia/Kathmandu", "America/New_York", "Pacific/Kiritimati",
     "America/St_Johns", "UTC", "Australia/Lord_Howe"]
)  # fmt: skip
windows = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 1380), st.integers(15, 60)).map(
        lambda w: (w[0], w[1], w[1] + w[2])
    ),
    max_size=6,
).map(tuple)


def test_rome_is_one_hour_ahead_in_winter_and_two_in_summer() -> None:
    assert week.to_utc(MONDAY_NINE, "Europe/Rome", WINTER) == ((8 * 60, 10 * 60),)
    assert week.to_utc(MONDAY_NINE, "Europe/Rome", SUMMER) == ((7 * 60, 9 * 60),)


def test_half_hour_zones_keep_their_half_hour() -> None:
    assert week.to_utc(MONDAY_NINE, "Asia/Kolkata", WINTER) == ((3 * 60 + 30, 5 * 60 + 30),)
    assert week.offset("Asia/Kathmandu", WINTER) == 5 * 60 + 45


def test_monday_morning_in_the_east_is_sunday_in_utc() -> None:
    (window,) = week.to_utc(((0, 60, 180),), "Pacific/Kiritimati", WINTER)
    assert window == (6 * week.DAY + 11 * 60, 6 * week.DAY + 13 * 60)


def test_a_window_over_the_end_of_the_week_wraps() -> None:
    late = week.to_utc(((6, 18 * 60, 20 * 60),), "America/New_York", WINTER)
    assert late == ((6 * week.DAY + 23 * 60, 6 * week.DAY + 25 * 60),)
    monday = week.to_utc(((0, 60, 3 * 60),), "Europe/Rome", WINTER)
    assert week.common(late, monday) == ((0, 60),)


def test_common_time_over_sunday_midnight_is_one_stretch() -> None:
    window = ((week.WEEK - 30, week.WEEK + 30),)
    assert week.common(window, window) == window


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(KeyError):
        week.offset("Europe/Atlantis", WINTER)


def test_two_colleagues_in_one_zone_never_change() -> None:
    mine = (MONDAY_NINE, "Asia/Kolkata")
    assert week.season_changes(mine, mine, WINTER) == ()


def test_rome_and_bengaluru_lose_an_hour_on_the_last_sunday_of_march() -> None:
    rome = (((0, 9 * 60, 11 * 60),), "Europe/Rome")
    bengaluru = (((0, 13 * 60 + 30, 15 * 60 + 30),), "Asia/Kolkata")
    ((day, left),) = week.season_changes(rome, bengaluru, WINTER)
    assert (day, left) == (date(2026, 3, 29), 60)


def test_rome_and_new_york_differ_for_three_weeks_of_march_only() -> None:
    rome = (((1, 15 * 60, 16 * 60),), "Europe/Rome")
    york = (((1, 9 * 60, 10 * 60),), "America/New_York")
    away, back = week.season_changes(rome, york, WINTER)
    assert away == (date(2026, 3, 8), 0)
    assert back == (date(2026, 3, 29), 60)


@given(windows, zones, st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_there_and_back_again_in_any_zone(
    own: tuple[tuple[int, int, int], ...], zone: str, on: date
) -> None:
    assert week.to_local(week.to_utc(own, zone, on), zone, on) == tuple(sorted(own))


@given(windows, windows, zones, zones, st.sampled_from([WINTER, SUMMER]))
def test_common_time_is_symmetric_and_within_both(
    own: tuple[tuple[int, int, int], ...],
    other: tuple[tuple[int, int, int], ...],
    here: str,
    there: str,
    on: date,
) -> None:
    mine, yours = week.to_utc(own, here, on), week.to_utc(other, there, on)
    shared = week.common(mine, yours)
    assert shared == week.common(yours, mine)
    assert week.common(shared, mine) == shared
    assert {m % week.WEEK for a, b in shared for m in range(a, b)} == {
        m % week.WEEK for a, b in mine for m in range(a, b)
    } & {m % week.WEEK for a, b in yours for m in range(a, b)}
