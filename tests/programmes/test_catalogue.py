"""The catalogue follows the program and keeps what the organisation made of it."""

import pytest

from tests.cast import THEN
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions import catalogue as actions
from viceversa.programmes.actions.catalogue import UnableToChangeTopic, Words
from viceversa.programmes.models import Topic
from viceversa.programmes.queries import topics
from viceversa.programmes.rules.catalogue import shipped

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}


def a_topic(**words: object) -> Topic:
    """Add a topic of the organisation's own."""
    given = {"rung": "tools", "name_en": "Welding robots", "name_it": "Robot di saldatura"}
    return actions.add_topic(words=Words(**(given | words)), **WHO)


def test_a_new_database_has_the_whole_catalogue_and_no_audit_line_for_it() -> None:
    assert set(Topic.objects.values_list("code", flat=True)) == {t.code for t in shipped()}
    assert not Line.objects.filter(verb=Verb.TOPIC_CHANGED).exists()


def test_setting_up_again_changes_nothing() -> None:
    assert actions.set_up_catalogue(**WHO) == (0, 0)
    assert not Line.objects.filter(verb=Verb.TOPIC_CHANGED).exists()


def test_an_upgrade_brings_new_words_and_leaves_a_line() -> None:
    Topic.objects.filter(code="podcasts").update(name_en="Wireless", aliases=[])
    Topic.objects.filter(code="no-code").delete()
    assert actions.set_up_catalogue(**WHO) == (1, 1)
    assert Topic.objects.get(code="podcasts").name_en == "Podcasts and audio"
    assert Line.objects.get(verb=Verb.TOPIC_CHANGED).facts == {"added": 1, "changed": 1}


def test_an_upgrade_leaves_what_the_organisation_did() -> None:
    own = a_topic()
    edited = topics.by_code("podcasts")
    assert edited is not None
    actions.change_topic(
        topic=edited, words=Words("audience", "Radio", "Radio", aliases=("Podcast",)), **WHO
    )
    retired = topics.by_code("virtual-reality")
    assert retired is not None
    actions.retire_topic(topic=retired, **WHO)
    assert actions.set_up_catalogue(**WHO) == (0, 0)
    assert Topic.objects.get(code="podcasts").name_en == "Radio"
    assert Topic.objects.get(code="virtual-reality").retired
    assert Topic.objects.filter(pk=own.pk, own=True).exists()


def test_the_code_of_an_own_topic_cannot_clash_with_a_later_release() -> None:
    one = a_topic()
    assert one.code == "own-welding-robots"
    assert not any(topic.code.startswith("own-") for topic in shipped())
    codes = [a_topic(name_en=name, name_it=name).code for name in ("日本語", "中文")]
    assert codes == ["own-topic", "own-topic-2"]  # scripts that make no address of their own


@pytest.mark.parametrize("word", ["AI assistants", "assistenti ai", "ChatGPT", "ai-assistants"])
def test_a_word_that_already_means_a_topic_is_refused(word: str) -> None:
    with pytest.raises(UnableToChangeTopic, match="AI assistants"):
        a_topic(name_en=word)
    with pytest.raises(UnableToChangeTopic):
        a_topic(aliases=(word,))


def test_saving_the_same_words_again_leaves_no_trace() -> None:
    topic = topics.by_code("podcasts")
    assert topic is not None
    same = Words(
        topic.rung, topic.name_en, topic.name_it, topic.about_en, topic.about_it, topic.digcomp,
        tuple(topic.aliases),
    )  # fmt: skip
    actions.change_topic(topic=topic, words=same, **WHO)
    assert not Topic.objects.get(code="podcasts").edited
    assert not Line.objects.filter(verb=Verb.TOPIC_CHANGED).exists()


def test_a_retired_topic_is_found_in_files_but_not_offered() -> None:
    topic = topics.by_code("podcasts")
    assert topic is not None
    actions.retire_topic(topic=topic, **WHO)
    assert topics.index().find("podcast") == "podcasts"
    offered = {code for _rung, group in topics.choices(gives_back=False) for code, _name in group}
    assert "podcasts" not in offered
    actions.restore_topic(topic=topic, **WHO)
    assert Line.objects.filter(verb=Verb.TOPIC_CHANGED).count() == 2


def test_search_looks_into_names_sentences_and_aliases_without_accents() -> None:
    found = [t.code for rung in topics.catalogue(search="REALTA") for t in rung.topics]
    assert found == ["virtual-reality"]
    assert [t.code for r in topics.catalogue(search="headset") for t in r.topics] == [
        "virtual-reality"
    ]
