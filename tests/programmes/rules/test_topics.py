"""The shipped catalogue is whole and unambiguous; words are found however they are written."""

import re

import pytest

from viceversa.people.rules.folding import fold
from viceversa.programmes.choices import Rung
from viceversa.programmes.rules.catalogue import shipped
from viceversa.programmes.rules.topics import Entry, TopicIndex

INDEX = TopicIndex(
    Entry(topic.code, (topic.name_en, topic.name_it), topic.aliases) for topic in shipped()
)


def test_there_are_about_sixty_topics_in_three_rungs_and_twenty_to_give_back() -> None:
    by_rung = {rung: [t for t in shipped() if t.rung == rung] for rung in Rung.values}
    learn = sum(len(topics) for rung, topics in by_rung.items() if rung != "gives-back")
    assert 55 <= learn <= 65
    assert len(by_rung["gives-back"]) == 20
    assert all(len(topics) >= 18 for topics in by_rung.values())


@pytest.mark.parametrize("topic", shipped(), ids=lambda topic: topic.code)
def test_every_topic_speaks_both_languages(topic: object) -> None:
    for text in (topic.about_en, topic.about_it):  # type: ignore[attr-defined]  # a ShippedTopic
        assert text.endswith(".")
        assert len(text) <= 300
        assert "'" not in text  # typographic apostrophes
    assert topic.digcomp == "" or re.fullmatch(r"[1-5]\.[1-6]", topic.digcomp)


def test_no_word_means_two_topics() -> None:
    owner: dict[str, str] = {}
    for topic in shipped():
        for word in {fold(w) for w in (topic.code, topic.name_en, topic.name_it, *topic.aliases)}:
            assert owner.setdefault(word, topic.code) == topic.code, word


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ai-assistants", "ai-assistants"),
        ("AI ASSISTANTS", "ai-assistants"),
        ("assistenti ai", "ai-assistants"),
        ("Visibilita", "visibility"),
        ("diritto d'autore e licenze", "copyright-licences"),
        ("E_commerce", "ecommerce"),
        ("power bi", "dashboards"),
    ],
)
def test_a_topic_is_found_by_code_name_or_alias(text: str, code: str) -> None:
    assert INDEX.find(text) == code


def test_unknown_words_find_nothing_and_suggest_the_nearest() -> None:
    assert INDEX.find("AI asistants") is None
    assert INDEX.nearest("AI asistants")[0] == "ai-assistants"
    assert "spreadsheets" in INDEX.nearest("Excel avanzato")
    assert INDEX.find("") is None
    assert INDEX.nearest("zzzzqqqq") == ()


def test_a_living_topic_wins_a_word_it_shares_with_a_retired_one() -> None:
    index = TopicIndex([Entry("old", ("Chat",), retired=True), Entry("new", ("Chat",))])
    assert index.find("chat") == "new"
    assert index.find("old") == "old"
    assert index.nearest("old") == ()
