"""The briefing is about twenty minutes for each role, the same in both languages, and no test."""

import re

import pytest

from viceversa.programmes.rules.briefing import codes, course, is_complete

ROLES = ("mentor", "mentee")


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("role", ROLES)
def test_it_takes_about_twenty_minutes_in_six_to_eight_chapters(role: str, language: str) -> None:
    chapters = course(role, language)
    assert 6 <= len(chapters) <= 8
    assert 18 <= sum(chapter.minutes for chapter in chapters) <= 22
    assert all(2 <= chapter.minutes <= 4 for chapter in chapters)


@pytest.mark.parametrize("role", ROLES)
def test_both_languages_have_the_same_shape(role: str) -> None:
    for english, italian in zip(course(role, "en"), course(role, "it"), strict=True):
        assert english.code == italian.code
        for part in ("text", "points", "options"):
            assert len(getattr(english, part)) == len(getattr(italian, part)) == 3
        assert english.title != italian.title


@pytest.mark.parametrize("role", ROLES)
def test_every_answer_gets_a_reply_and_none_a_point(role: str) -> None:
    for language in ("en", "it"):
        for chapter in course(role, language):
            for option in chapter.options:
                assert option.text
                assert option.reply
                assert not re.search(
                    r"\b(right answer|wrong|esatto|sbagliat)", option.reply.lower()
                )


def test_the_two_roles_are_told_their_own_part() -> None:
    assert set(codes("mentor")) - set(codes("mentee"))
    assert {"confidence"} <= set(codes("mentor")) & set(codes("mentee"))
    assert {"no-appraisal", "silence", "back", "asking", "guided"} <= set(codes("mentee"))
    assert {"distance", "listening", "bias", "feedback", "hour"} <= set(codes("mentor"))


def test_it_is_complete_with_the_last_chapter_and_not_before() -> None:
    assert not is_complete("mentor", codes("mentor")[1:])
    assert is_complete("mentor", [*codes("mentor"), "a-chapter-of-an-earlier-release"])
