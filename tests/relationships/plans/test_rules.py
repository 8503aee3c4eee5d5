"""The arithmetic of an agenda, the days of reminders, and a library that is whole."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.programmes.rules.catalogue import shipped
from viceversa.relationships.rules.plans import (
    FIRST,
    RUNGS,
    Plan,
    Slice,
    faults,
    find,
    fit,
    library,
    next_reminder,
    suggest,
    turn_to_strategy,
)
from viceversa.relationships.rules.plans.fitting import LEAST

PLANS = list(library().values())
# Words that reach no senior, in either language (design guide, §8).
UNDIGNIFIED = re.compile(
    r"\b(gap|lack|lacks|deficit|weak|old|ignoran\w+|lacun\w+|carenz\w+|divari\w+|vecchi\w*)\b",
    re.I,
)
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))


@given(st.lists(st.integers(5, 60), min_size=1, max_size=6), st.integers(0, 300))
def test_parts_fit_the_room_or_are_refused(parts: list[int], room: int) -> None:
    minutes = fit(parts, room)
    if minutes is None:
        assert room < LEAST * len(parts)
        return
    assert len(minutes) == len(parts)
    assert sum(minutes) <= room
    assert all(LEAST <= given <= part for given, part in zip(minutes, parts, strict=True))


def test_a_plan_is_cut_in_steps_people_count_in() -> None:
    assert fit([5, 15, 15], 35) == (5, 15, 15)
    assert fit([5, 15, 15], 20) == (5, 10, 5)
    assert fit([5, 15, 15], 11) == (3, 4, 4)
    assert fit([5, 60], 60) == (5, 55)
    assert fit([5, 15, 15], 8) is None


@pytest.mark.parametrize(
    ("slices", "minutes", "more", "found"),
    [
        ([], 45, {}, ("empty",)),
        ([(20, "mentor"), (15, "mentee")], 45, {}, ()),
        ([(40, "mentor"), (15, "mentee")], 45, {}, ("too-long",)),
        ([(20, "mentor"), (5, "both")], 45, {}, ("no-mentee",)),
        ([(50, "both")], 45, {}, ("too-long", "no-mentor", "no-mentee")),
        ([(40, "both")], 60, {"circle": True}, ()),
        ([(10, "mentor")], 15, {"keep_alive": True}, ()),
    ],
)
def test_what_makes_an_agenda(
    slices: list[tuple[int, str]], minutes: int, more: dict[str, bool], found: tuple[str, ...]
) -> None:
    assert faults([Slice(*one) for one in slices], minutes, **more) == found


@given(DAYS, st.one_of(st.none(), st.integers(0, 30)))
def test_a_reminder_comes_on_a_working_day_and_before_the_meeting(
    today: date, days: int | None
) -> None:
    meeting_on = None if days is None else today + timedelta(days=days)
    on = next_reminder(today, meeting_on)
    assert on > today
    assert on.weekday() < 5 or meeting_on is not None
    if meeting_on and meeting_on > today + timedelta(days=1):
        assert on <= meeting_on


def test_rung_three_is_suggested_from_the_third_meeting_on() -> None:
    assert not turn_to_strategy(2, [])
    assert turn_to_strategy(3, ["tools", "audience"])
    assert not turn_to_strategy(4, ["strategy"])


def test_there_are_eighteen_plans_and_three_kits() -> None:
    assert len([plan for plan in PLANS if plan.rung == FIRST]) >= 3
    assert len([plan for plan in PLANS if plan.rung in RUNGS]) >= 18
    assert all(len(find(rung=rung)) >= 6 for rung in RUNGS)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.code)
def test_a_plan_is_whole(plan: Plan) -> None:
    catalogue = {topic.code for topic in shipped()}
    assert {*plan.topics, *plan.gives_back} <= catalogue
    given = {part.gives for part in plan.parts}
    assert {"mentor", "mentee"} <= given, "it goes one way"
    assert plan.minutes == (45 if plan.rung == FIRST else 35)
    assert fit([part.minutes for part in plan.parts], 20), "a short meeting has no room for it"
    texts = [plan.title, plan.about, *plan.ideas]
    texts += [words for part in plan.parts for words in (part.title, part.text)]
    for words in texts:
        assert words.en and words.it
        assert words.en != words.it
        for text in (words.en, words.it):
            assert "!" not in text and "'" not in text
            assert not UNDIGNIFIED.search(text), text
    assert all(len(part.title(language)) <= 120 for part in plan.parts for language in ("en", "it"))


def test_plans_are_found_by_words_without_accents_and_by_rung() -> None:
    assert "is-it-true" in [plan.code for plan in find("e vero", language="it")]
    assert find("keyboard committee")[0].code == "uncomfortable-questions"
    assert {plan.rung for plan in find(rung="audience")} == {"audience"}
    assert find("xylophone") == []


def test_what_fits_the_topics_comes_first_and_nothing_twice() -> None:
    first = suggest(["data-visualisation"])[0]
    assert first.code == "read-a-chart"
    assert first.code not in [
        plan.code for plan in suggest(["data-visualisation"], used=["read-a-chart"])
    ]
