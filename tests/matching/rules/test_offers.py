"""Whose turn it is and what answers lead to, for every combination of answers."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from viceversa.matching.rules.offers import (
    FEWEST_IN_CIRCLE,
    Turn,
    outcome,
    postponed,
    step,
    still_a_circle,
)

NOW = datetime(2026, 9, 7, 9, 30, tzinfo=UTC)
ANSWERS = ("", "yes", "no", "later", "silent")
answers = st.sampled_from(ANSWERS)


def pair(mentee: str, mentor: str = "", *, asked: bool | None = None) -> list[Turn]:
    second = mentee == "yes" if asked is None else asked
    return [Turn("mentee", True, mentee), Turn("mentor", second, mentor)]


def test_a_pair_asks_the_mentee_then_the_mentor_then_opens() -> None:
    assert outcome(pair(""), circle=False) == "wait"
    assert outcome(pair("later"), circle=False) == "wait"
    assert outcome(pair("yes", asked=False), circle=False) == "next"
    assert outcome(pair("yes"), circle=False) == "wait"
    assert outcome(pair("yes", "yes"), circle=False) == "open"


def test_a_no_declines_and_a_silence_lapses() -> None:
    assert outcome(pair("no"), circle=False) == "declined"
    assert outcome(pair("silent"), circle=False) == "lapsed"
    assert outcome(pair("yes", "no"), circle=False) == "declined"
    assert outcome(pair("yes", "silent"), circle=False) == "lapsed"


def test_a_mentor_who_left_before_being_asked_ends_it_at_once() -> None:
    assert outcome(pair("", "silent", asked=False), circle=False) == "lapsed"


def test_of_two_mentors_one_may_go_on_alone() -> None:
    def duo(first: str, second: str) -> str:
        turns = [Turn("mentee", True, "yes")]
        turns += [Turn("mentor", True, said) for said in (first, second)]
        return outcome(turns, circle=False)

    assert duo("no", "") == "wait"
    assert duo("no", "yes") == duo("yes", "silent") == "open"
    assert duo("no", "silent") == duo("no", "no") == "declined"
    assert duo("silent", "silent") == "lapsed"


@given(st.lists(answers, min_size=3, max_size=8))
def test_a_circle_waits_for_everybody_unless_too_few_can_remain(said: list[str]) -> None:
    turns = [Turn("mentee", True, each) for each in said]
    reached = outcome(turns, circle=True)
    agreed, pending = said.count("yes"), said.count("") + said.count("later")
    if agreed + pending < FEWEST_IN_CIRCLE:
        assert reached == ("declined" if "no" in said else "lapsed")
    else:
        assert reached == ("wait" if pending else "open")


@given(answers, answers)
def test_nothing_opens_without_a_yes_of_both(mentee: str, mentor: str) -> None:
    opened = outcome(pair(mentee, mentor, asked=True), circle=False) == "open"
    assert opened == (mentee == mentor == "yes")


def due(**facts: object) -> str:
    usual: dict[str, object] = {
        "said": "",
        "last_sent_at": NOW,
        "expires_at": NOW + timedelta(days=10),
        "ask_again_on": None,
        "reminders": 0,
        "remind_days": 4,
        "now": NOW,
    }
    return step(**{**usual, **facts})


def test_a_question_is_written_reminded_twice_and_then_lapses() -> None:
    assert due(last_sent_at=None) == "write"
    assert due() == "none"
    assert due(now=NOW + timedelta(days=4)) == "remind"
    assert due(now=NOW + timedelta(days=4), reminders=2) == "none"
    assert due(now=NOW + timedelta(days=10)) == "lapse"
    assert due(said="yes", now=NOW + timedelta(days=40)) == "none"


def test_who_asks_for_later_is_asked_on_that_day_and_has_time_then() -> None:
    day = date(2026, 9, 14)
    assert due(said="later", ask_again_on=day, now=NOW + timedelta(days=6)) == "none"
    assert due(said="later", ask_again_on=day, now=NOW + timedelta(days=7)) == "again"
    assert postponed(NOW + timedelta(days=1), NOW, 7) == NOW + timedelta(days=12)
    assert postponed(NOW + timedelta(days=30), NOW, 7) == NOW + timedelta(days=30)


def test_a_smaller_circle_keeps_the_rules_that_the_larger_kept() -> None:
    assert still_a_circle([], [])
    assert still_a_circle(["topics"], [])
    assert not still_a_circle(["units"], [])
    assert still_a_circle(["levels"], ["levels"])
