"""When an end begins and closes, what comes of answers, limits of pauses and conversations."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import THEN
from viceversa.relationships.rules.closing import times
from viceversa.relationships.rules.closing.letters import hours_and_minutes, number_of, tidy_number
from viceversa.relationships.rules.closing.outcome import outcome
from viceversa.relationships.rules.conversation import is_to_be_told, may_change

UNTIL = date(2027, 7, 9)


@pytest.mark.parametrize(
    ("state", "today", "held", "begun"),
    [
        ("active", UNTIL - timedelta(days=22), 0, False),
        ("active", UNTIL - timedelta(days=21), 0, True),
        ("active", UNTIL - timedelta(days=100), 6, True),
        ("active", UNTIL - timedelta(days=100), 5, False),
        ("opened", UNTIL - timedelta(days=1), 0, False),
        ("agreed", UNTIL, 0, True),
        ("paused", UNTIL, 6, False),
        ("closing", UNTIL, 6, False),
        ("closed", UNTIL, 6, False),
    ],
)
def test_a_planned_end_begins_near_the_last_day_or_after_the_last_meeting(
    state: str, today: date, held: int, begun: bool
) -> None:
    assert times.begins(state=state, until=UNTIL, today=today, held=held, planned=6) is begun


@given(today=st.dates(date(2026, 1, 1), date(2030, 1, 1)), left=st.integers(-400, 400))
def test_answers_are_waited_for_three_weeks_and_a_week_beyond_the_end(
    today: date, left: int
) -> None:
    until = today + timedelta(days=left)
    due = times.due(today=today, until=until)
    assert due >= today + times.LASTS
    assert due >= until + times.AFTER_THE_END
    assert due in (today + times.LASTS, until + times.AFTER_THE_END)


ANSWERS = st.sampled_from(["continue", "turn", "rest", None])


@given(choices=st.lists(ANSWERS, min_size=2, max_size=8), overdue=st.booleans())
def test_only_what_everybody_asked_for_happens(choices: list[str | None], overdue: bool) -> None:
    found = outcome(choices, overdue=overdue)
    assert (found == "continued") is (set(choices) == {"continue"})
    assert (found == "turned") is (set(choices) == {"turn"})
    assert (found is None) is (None in choices and not overdue)


def test_words_are_welcome_while_closing_and_a_month_after() -> None:
    def takes(state: str, closed_at: datetime | None = None, days: int = 0) -> bool:
        return times.takes_words(state=state, closed_at=closed_at, now=THEN + timedelta(days=days))

    assert takes("closing")
    assert not takes("active")
    assert takes("closed", THEN, 30)
    assert not takes("closed", THEN, 31)


def test_a_pause_lasts_from_tomorrow_to_half_a_year() -> None:
    today = THEN.date()
    assert times.rest_fault(today=today, until=today) == "past"
    assert times.rest_fault(today=today, until=today + timedelta(days=1)) == ""
    assert times.rest_fault(today=today, until=today + times.LONGEST_REST) == ""
    far = today + times.LONGEST_REST + timedelta(days=1)
    assert times.rest_fault(today=today, until=far) == "far"


@given(st.text("23456789abcdefghjkmnpqrstuvwxyz", min_size=12, max_size=12))
def test_a_number_is_found_again_however_it_is_typed(core: str) -> None:
    number = number_of(core)
    typed = number.lower().replace("-", " ")
    assert tidy_number(number) == tidy_number(typed) == tidy_number(core) == number
    assert tidy_number(core[:-1]) == ""


@given(st.lists(st.integers(10, 240)))
def test_time_together_is_the_sum_of_the_meetings(lengths: list[int]) -> None:
    hours, minutes = hours_and_minutes(lengths)
    assert hours * 60 + minutes == sum(lengths)
    assert 0 <= minutes < 60


def test_a_message_can_be_changed_for_an_hour() -> None:
    assert may_change(written_at=THEN, now=THEN + timedelta(hours=1))
    assert not may_change(written_at=THEN, now=THEN + timedelta(hours=1, seconds=1))


def test_one_mail_is_enough_until_somebody_has_looked() -> None:
    soon, next_day = THEN + timedelta(hours=1), THEN + timedelta(days=1)
    assert is_to_be_told(told_at=None, words=False, now=THEN)
    assert not is_to_be_told(told_at=THEN, words=False, now=soon)
    assert is_to_be_told(told_at=THEN, words=True, now=soon)
    assert is_to_be_told(told_at=THEN, words=False, now=next_day)
