"""The momentum guard: each signal on its day, and what holds for every course of things."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import courses
from viceversa.relationships.rules.momentum import (
    BOUNDS,
    Encounter,
    Facts,
    Found,
    Parameters,
    read,
    signals,
)

OPENED = datetime(2026, 3, 2, 9, tzinfo=UTC)
DEFAULTS = Parameters()
MOMENTS = st.integers(0, 24 * 200).map(lambda hours: OPENED + timedelta(hours=hours))


def day(number: float) -> datetime:
    return OPENED + timedelta(days=number)


def met(at: float, **more: Any) -> Encounter:
    return Encounter(f"m{at}", "held", day(at), 45, **more)


def names(facts: Facts, now: datetime) -> set[str]:
    return {found.signal for found in signals(facts, DEFAULTS, now)}


def of(signal: str, facts: Facts, now: datetime) -> Found | None:
    return next((f for f in signals(facts, DEFAULTS, now) if f.signal == signal), None)


FRESH = Facts("opened", OPENED, signed=True)


@pytest.mark.parametrize(
    ("signal", "facts", "before", "after"),
    [
        ("first-contact", FRESH, day(6.9), day(7)),
        ("first-meeting", FRESH, day(20.9), day(21)),
        ("quiet", replace(FRESH, meetings=(met(10),)), day(45), day(45.1)),
        ("agreement", replace(FRESH, signed=False), day(13.9), day(14)),
        (
            "agenda",
            replace(FRESH, meetings=(Encounter("m", "agreed", day(9), 45, agenda_empty=True),)),
            day(6.9),
            day(7),
        ),
        (
            "moves",
            replace(FRESH, meetings=(Encounter("m", "agreed", day(9), 45, (day(3), day(5))),)),
            day(4.9),
            day(5),
        ),
    ],
)
def test_each_signal_begins_on_its_day(
    signal: str, facts: Facts, before: datetime, after: datetime
) -> None:
    assert of(signal, facts, before) is None
    found = of(signal, facts, after)
    assert found
    assert before < found.since <= after
    assert found.shown_at > found.since


def test_one_signal_takes_the_place_of_a_lesser_one() -> None:
    assert names(FRESH, day(20)) == {"first-contact"}
    assert names(FRESH, day(22)) == {"first-meeting"}


def test_who_is_in_touch_needs_no_push_towards_it() -> None:
    assert names(replace(FRESH, contact_at=day(2)), day(20)) == set()


def test_an_agenda_is_asked_of_meetings_that_have_one_and_are_still_to_come() -> None:
    long = Encounter("m", "agreed", day(9), 45, agenda_empty=True)
    for other in (
        replace(long, keep_alive=True),
        replace(long, agenda_empty=False),
        replace(long, state="proposed"),
        replace(long, starts_at=day(7)),
    ):
        assert names(replace(FRESH, contact_at=day(1), meetings=(other,)), day(8)) == set()


def test_moves_before_a_meeting_that_was_held_are_forgotten() -> None:
    course = replace(
        FRESH,
        meetings=(
            met(8, moved_at=(day(3), day(5))),
            Encounter("n", "agreed", day(20), 45, moved_at=(day(12),)),
        ),
    )
    assert names(course, day(13)) == set()


def test_one_move_is_nothing_and_two_are_a_push() -> None:
    one = Encounter("n", "cancelled", day(6), 45, moved_at=(day(5),))
    two = Encounter("o", "agreed", day(12), 45, moved_at=(day(6),))
    assert "moves" not in names(replace(FRESH, meetings=(one,)), day(6))
    assert "moves" in names(replace(FRESH, meetings=(one, two)), day(6))


@given(facts=courses(), now=MOMENTS)
def test_a_meeting_held_now_leaves_nothing_of_the_rhythm(facts: Facts, now: datetime) -> None:
    just = Encounter("now", "held", now - timedelta(minutes=45), 45)
    after = replace(facts, meetings=(*facts.meetings, just))
    assert names(after, now) <= {"agreement", "agenda"}


@given(facts=courses(), now=MOMENTS)
def test_what_is_paused_or_over_has_no_signal(facts: Facts, now: datetime) -> None:
    for state in ("paused", "closing", "closed"):
        assert signals(replace(facts, state=state), DEFAULTS, now) == []


@given(facts=courses(), now=MOMENTS)
def test_whoever_comes_back_has_the_whole_time_again(facts: Facts, now: datetime) -> None:
    back = replace(facts, resumed_at=now)
    assert names(back, now + timedelta(days=1)) <= {"agenda"}


@given(facts=courses(), now=MOMENTS)
def test_each_signal_holds_once_and_has_begun(facts: Facts, now: datetime) -> None:
    found = signals(facts, DEFAULTS, now)
    marks = [(one.signal, one.about) for one in found]
    assert len(marks) == len(set(marks))
    assert all(one.since <= now for one in found)
    assert all(one.since < one.shown_at for one in found)


@given(facts=courses(), now=MOMENTS, later=st.integers(1, 24 * 30))
def test_time_alone_mends_no_rhythm(facts: Facts, now: datetime, later: int) -> None:
    """Nothing held, moved or paused in between: a signal stays, or a graver one takes its place."""
    quiet = replace(facts, meetings=tuple(m for m in facts.meetings if m.starts_at < now))
    still = replace(
        quiet,
        meetings=tuple(
            replace(m, moved_at=tuple(a for a in m.moved_at if a <= now)) for m in quiet.meetings
        ),
    )
    before = names(still, now) - {"agenda"}
    after = names(still, now + timedelta(hours=later)) - {"agenda"}
    if "first-contact" in before:
        before = before - {"first-contact"} | ({"first-meeting"} & after or {"first-contact"})
    assert before <= after


@given(values=st.dictionaries(st.sampled_from((*BOUNDS, "else")), st.integers(-5, 500) | st.none()))
def test_kept_parameters_are_within_their_bounds_or_the_usual_ones(
    values: dict[str, int | None],
) -> None:
    for name, value in read(values).as_json().items():
        least, most = BOUNDS[name]
        assert least <= value <= most
        assert value in (values.get(name), getattr(DEFAULTS, name))
