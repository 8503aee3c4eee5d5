"""Free times: whatever people say and whatever clocks do, all are free in what is offered."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from viceversa.relationships.rules.meetings.slots import (
    AHEAD,
    LEAD,
    SHORT,
    Week,
    free,
    is_free,
    offers,
    starts,
)
from viceversa.relationships.rules.meetings.times import (
    Span,
    at_wall_clock,
    common,
    span_of,
    union,
    weekly,
    without,
)

ROME = ZoneInfo("Europe/Rome")
BEFORE_CLOCKS = datetime(2026, 10, 20, 7, tzinfo=UTC)  # clocks go back on the 25th in Europe
MOMENTS = st.sampled_from(
    [BEFORE_CLOCKS, datetime(2027, 3, 10, 6, 17, tzinfo=UTC), datetime(2026, 12, 24, tzinfo=UTC)]
)
ZONES = st.sampled_from(strategies.ZONES).map(ZoneInfo)


def length(spans: list[Span]) -> timedelta:
    return sum((span.end - span.start for span in spans), timedelta())


@given(st.data(), MOMENTS, st.lists(st.tuples(strategies.days_with_windows(), ZONES), min_size=1))
def test_everybody_is_free_in_what_is_offered(
    data: st.DataObject,
    now: datetime,
    people: list[tuple[tuple[tuple[int, int, int], ...], ZoneInfo]],
) -> None:
    weeks = [Week(windows, zone, data.draw(strategies.spans(now))) for windows, zone in people[:3]]
    spans = free(weeks, now)
    assert spans == union(spans)
    for slot in offers(spans, 45, ROME):
        wanted = span_of(slot.starts_at, slot.minutes)
        assert now + LEAD <= wanted.start < wanted.end <= now + AHEAD
        for week in weeks:
            assert any(span.holds(wanted) for span in weekly(week.windows, week.zone, wanted))
            assert not any(b.start < wanted.end and wanted.start < b.end for b in week.busy)


@given(st.data(), MOMENTS)
def test_taking_out_and_putting_together_lose_nothing(data: st.DataObject, now: datetime) -> None:
    one = data.draw(strategies.spans(now))
    other = data.draw(strategies.spans(now))
    both = common([one, other])
    rest = without(one, other)
    assert length(both) + length(rest) == length(union(one))
    assert without(both, other) == [] == without(rest, one)
    assert union([*both, *rest]) == union(one)
    assert common([one, other]) == common([other, one])


@given(strategies.days_with_windows(), ZONES, MOMENTS)
def test_a_weekly_window_keeps_its_wall_clock(
    windows: tuple[tuple[int, int, int], ...], zone: ZoneInfo, now: datetime
) -> None:
    ordinary = [w for w in windows if 240 <= w[1] < w[2] <= 1380]  # no clock changes in the day
    for span in weekly(ordinary, zone, Span(now, now + timedelta(days=40))):
        start, end = span.start.astimezone(zone), span.end.astimezone(zone)
        days = [w for w in ordinary if w[0] == start.weekday()]
        assert start.date() == end.date()
        assert min(w[1] for w in days) <= start.hour * 60 + start.minute
        assert end.hour * 60 + end.minute <= max(w[2] for w in days)


def test_a_window_is_an_hour_longer_or_shorter_on_the_days_the_clocks_change() -> None:
    night = [(6, 0, 24 * 60)]
    back = weekly(night, ROME, Span(BEFORE_CLOCKS, BEFORE_CLOCKS + timedelta(days=7)))
    forward = datetime(2027, 3, 25, tzinfo=UTC)
    ahead = weekly(night, ROME, Span(forward, forward + timedelta(days=6)))
    assert [length(back), length(ahead)] == [timedelta(hours=25), timedelta(hours=23)]


def test_nine_in_rome_is_found_with_three_in_new_york_only_where_they_meet() -> None:
    rome = Week(((2, 14 * 60, 18 * 60),), ROME)
    york = Week(((2, 8 * 60, 11 * 60),), ZoneInfo("America/New_York"))
    # Between the two changes of the clocks the sea is an hour narrower.
    spans = free([rome, york], datetime(2026, 10, 20, tzinfo=UTC))
    assert [f"{s.start:%d %H:%M}-{s.end:%H:%M}" for s in spans[:2]] == [
        "21 12:00-15:00",
        "28 13:00-15:00",
    ]


def test_the_offer_is_three_days_and_a_short_one() -> None:
    week = Week(tuple((day, 540, 660) for day in range(5)), ROME)
    slots = offers(free([week], BEFORE_CLOCKS), 60, ROME)
    said = [(f"{s.starts_at.astimezone(ROME):%a %d %H:%M}", s.minutes, s.short) for s in slots]
    assert (
        said
        == [
            ("Wed 21 09:00", 60, False),
            ("Thu 22 09:00", 60, False),
            ("Fri 23 09:00", 60, False),
            ("Tue 20 11:00", SHORT, True),
        ]
        or said[-1][0] == "Wed 21 10:00"
    )
    assert len({s.starts_at for s in slots}) == 4


@given(st.integers(10, 240), ZONES, MOMENTS)
def test_meetings_begin_at_full_and_half_hours(minutes: int, zone: ZoneInfo, now: datetime) -> None:
    span = Span(now + timedelta(minutes=7, seconds=3), now + timedelta(hours=30))
    found = starts([span], minutes, zone)
    assert all(start.astimezone(zone).minute in (0, 30) for start in found)
    assert all(is_free([span], start, minutes) for start in found)
    assert found == sorted(set(found)) and len(found) > 40


def test_who_gave_no_times_is_never_said_to_be_free() -> None:
    assert free([Week(((0, 0, 1440),), ROME), Week((), ROME)], BEFORE_CLOCKS) == []
    assert free([], BEFORE_CLOCKS) == []


@pytest.mark.parametrize(
    ("day", "minute", "utc"),
    [
        (date(2027, 3, 28), 150, "01:30"),  # 02:30 is skipped: half past three, that is
        (date(2026, 10, 25), 150, "00:30"),  # 02:30 comes twice: the first
        (date(2026, 10, 25), 1440, "23:00"),
    ],
)
def test_times_that_clocks_skip_or_show_twice(day: date, minute: int, utc: str) -> None:
    assert f"{at_wall_clock(day, minute, ROME):%H:%M}" == utc
