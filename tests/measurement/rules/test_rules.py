"""Bands, sealed texts, the way through the questions, moments, distance, proposals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viceversa.measurement.rules.answers import LENGTH, Answer, read, written
from viceversa.measurement.rules.bands import LEVELS, LOWEST, band_of, level_in
from viceversa.measurement.rules.competences import competences
from viceversa.measurement.rules.proposing import MOST, Subject, to_learn, to_share
from viceversa.measurement.rules.questions import following, next_open, previous
from viceversa.measurement.rules.travel import Step, travelled
from viceversa.measurement.rules.waves import wave_on

CODES = tuple(each.code for each in competences())
ANSWERS = st.dictionaries(
    st.sampled_from(CODES),
    st.builds(
        Answer,
        level=st.none() | st.sampled_from(LEVELS),
        lens=st.none() | st.integers(0, 2),
    ),
)


@given(ANSWERS)
def test_answers_come_back_and_every_text_has_the_same_length(answers: dict[str, Answer]) -> None:
    text = written(answers)
    assert len(text) == LENGTH
    assert read(text) == answers


@given(st.sampled_from(LEVELS), st.sampled_from(list(LOWEST)))
def test_a_level_in_the_chosen_band_stays_and_any_other_goes_to_its_lower_end(
    before: int, band: str
) -> None:
    level = level_in(band, before)
    assert band_of(level) == band
    assert level == before or level == LOWEST[band]
    assert level == before or band_of(before) != band


def test_there_are_two_levels_in_each_band_and_none_beyond() -> None:
    assert [band_of(level) for level in LEVELS] == [b for b in LOWEST for _ in range(2)]
    for wrong in (0, 9):
        with pytest.raises(ValueError, match="is not a level"):
            band_of(wrong)


@given(st.sets(st.sampled_from(CODES)), st.sampled_from(CODES))
def test_the_next_question_is_one_not_met_yet(met: set[str], after: str) -> None:
    found = next_open(CODES, met, after)
    if found is None:
        assert met == set(CODES)
    else:
        assert found not in met


def test_one_walks_forwards_and_backwards_to_the_ends() -> None:
    assert previous(CODES, CODES[0]) is None
    assert following(CODES, CODES[-1]) is None
    assert all(previous(CODES, str(following(CODES, code))) == code for code in CODES[:-1])


MIDPOINT, END = date(2027, 1, 5), date(2027, 4, 5)


@pytest.mark.parametrize(
    ("day", "wave"),
    [
        (date(2026, 9, 1), "baseline"),
        (MIDPOINT - timedelta(days=8), "baseline"),
        (MIDPOINT - timedelta(days=7), "midpoint"),
        (END - timedelta(days=15), "midpoint"),
        (END - timedelta(days=14), "endpoint"),
        (END + timedelta(days=60), "endpoint"),
        (END + timedelta(days=61), None),
    ],
)
def test_moments_follow_the_timeline_of_the_cohort(day: date, wave: str | None) -> None:
    assert wave_on(day, midpoint_on=MIDPOINT, ends_on=END) == wave


def test_a_cohort_without_a_midpoint_has_two_moments() -> None:
    assert wave_on(MIDPOINT, midpoint_on=None, ends_on=END) == "baseline"


def test_distance_is_told_only_where_both_moments_have_a_level() -> None:
    before = {"1.2": Answer(3), "2.1": Answer(None), "2.6": Answer(1)}
    after = {"1.2": Answer(5), "2.1": Answer(3), "5.3": Answer(7)}
    assert travelled(CODES, before, after) == [Step("1.2", 3, 5)]


SUBJECTS = [Subject("a1", "1.2"), Subject("a2", "1.2"), Subject("b", "2.6"), Subject("c", "5.3")]


def test_curiosity_comes_first_whatever_the_level() -> None:
    answers = {"1.2": Answer(1), "2.6": Answer(7)}
    found = to_learn(SUBJECTS, answers, curious={"2.6"}, held=())
    assert [each.code for each in found] == ["b", "a1", "a2"]
    assert found[0].curious


def test_who_guides_others_is_proposed_to_share_with_that_level() -> None:
    answers = {"1.2": Answer(4), "2.6": Answer(5), "5.3": Answer(8)}
    found = to_share(SUBJECTS, answers, held=())
    assert [(each.code, each.level) for each in found] == [("c", 8), ("b", 5)]


@given(ANSWERS, st.sets(st.sampled_from(CODES)), st.sets(st.sampled_from(["a1", "b"])))
def test_what_the_profile_names_already_is_not_proposed(
    answers: dict[str, Answer], curious: set[str], held: set[str]
) -> None:
    learn = to_learn(SUBJECTS, answers, curious, held)
    share = to_share(SUBJECTS, answers, held)
    assert {each.code for each in (*learn, *share)} & held == set()
    assert len(learn) <= MOST
    assert len(share) <= MOST
