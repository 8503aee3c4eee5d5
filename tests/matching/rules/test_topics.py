"""Without a catalogue the same words are the same topic, however they are written."""

import pytest

from viceversa.matching.rules.topics import code_of, named


@pytest.mark.parametrize(
    "other", ["ai assistants", "AI  Assistants", "AI-assistants", "AI_assistants", "Ai assistants "]
)
def test_case_spaces_and_hyphens_do_not_count(other: str) -> None:
    assert code_of(other) == code_of("AI assistants")


def test_accents_and_apostrophes_do_not_count() -> None:
    assert code_of("L’attualità") == code_of("l'attualita")


def test_signs_that_tell_two_topics_apart_are_kept() -> None:
    assert len({code_of(text) for text in ("C", "C++", "C#")}) == 3


def test_a_topic_is_called_as_it_was_first_written() -> None:
    topics = named(["Short  video", "short video", "Podcasts"])
    assert [topic.name("it") for topic in topics.values()] == ["Short video", "Podcasts"]
