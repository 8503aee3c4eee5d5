"""Series keep their local time; numbers and video links."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from viceversa.relationships.rules.meetings import video
from viceversa.relationships.rules.meetings.numbering import missing, numbers
from viceversa.relationships.rules.meetings.series import occurrences


@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.integers(240, 1380),  # clocks change in the small hours
    st.sampled_from(strategies.ZONES).map(ZoneInfo),
    st.integers(1, 12),
    st.integers(2, 26),
)
def test_clocks_show_the_same_at_every_meeting(
    first: date, minute: int, zone: ZoneInfo, weeks: int, count: int
) -> None:
    found = [
        moment.astimezone(zone)
        for moment in occurrences(first, minute, zone, every_weeks=weeks, count=count)
    ]
    assert len(found) == count
    assert {(m.hour * 60 + m.minute, m.weekday()) for m in found} == {(minute, first.weekday())}
    assert {b.date() - a.date() for a, b in zip(found, found[1:], strict=False)} == {
        timedelta(weeks=weeks)
    }


def test_what_is_taken_off_has_no_number() -> None:
    states = [(7, "held"), (3, "cancelled"), (9, "agreed"), (1, "proposed")]
    assert numbers(states) == {7: 1, 9: 2, 1: 3}


def test_who_still_has_to_say_yes() -> None:
    assert missing([1, 2, 3], [2]) == {1, 3}


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("", None),
        ("https://meet.example/altavalle-{id}", None),
        ("http://meet.example/{id}", "scheme"),
        ("javascript:alert(1)//{id}", "scheme"),
        ("https://meet.example/{name}", "field"),
        ("https:///{id}", "host"),
        ("https://meet.example/a b", "blank"),
        ("https://meet.example/\x0a{id}", "blank"),
    ],
)
def test_video_links_are_https_with_one_field(template: str, fault: str | None) -> None:
    assert video.fault(template) == fault


def test_the_link_of_a_meeting() -> None:
    assert (
        video.link("https://meet.example/{id}?a={id}", "7k2m") == "https://meet.example/7k2m?a=7k2m"
    )
