"""Circles: what a plan must say, and when there is a seat."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cast import THEN
from viceversa.programmes.rules.supervision import Plan, faults, is_over, seat_refusal

GOOD = Plan(THEN + timedelta(days=3), 60, "Chiara Lorenzetti", "Milano", "", 8)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"starts_at": THEN}, "past"),
        ({"minutes": 10}, "minutes"),
        ({"host": "  "}, "host"),
        ({"place": " "}, "somewhere"),
        ({"seats": 1}, "seats"),
    ],
)
def test_each_fault_is_named(change: dict[str, object], fault: str) -> None:
    assert faults(replace(GOOD, **change), now=THEN) == (fault,)


def test_a_good_plan_has_none_and_seats_kept_are_not_taken_away() -> None:
    assert faults(GOOD, now=THEN, taken=8) == ()
    assert faults(GOOD, now=THEN, taken=9) == ("taken",)
    assert faults(replace(GOOD, place="", video_url="https://video.example"), now=THEN) == ()


def test_a_seat_is_refused_for_one_reason_at_a_time() -> None:
    def refusal(*, off: bool = False, taken: int = 0, days: int = 1) -> str | None:
        return seat_refusal(
            starts_at=THEN + timedelta(days=days), called_off=off, seats=2, taken=taken, now=THEN
        )

    assert refusal() is None
    assert refusal(off=True, taken=2) == "off"
    assert refusal(days=-1) == "begun"
    assert refusal(taken=2) == "full"


def test_attendance_comes_after_the_end() -> None:
    assert not is_over(THEN, 60, THEN + timedelta(minutes=59))
    assert is_over(THEN, 60, THEN + timedelta(minutes=60))
