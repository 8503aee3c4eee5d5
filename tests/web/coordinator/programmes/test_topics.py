"""The catalogue page: find, add, rename, retire."""

import pytest
from django.test import Client
from django.urls import reverse

from viceversa.programmes.models import Topic

pytestmark = pytest.mark.django_db


def test_the_catalogue_is_shown_by_rung_and_searched(coordinator: Client) -> None:
    page = coordinator.get(reverse("programmes:topics")).content.decode()
    for heading in ("Tools", "Media and audience", "Strategy, culture, talent"):
        assert heading in page
    assert "AI assistants" in page
    found = coordinator.get(reverse("programmes:topics"), {"q": "2.6"}).content.decode()
    assert "Digital identity" in found
    assert "AI assistants" not in found
    nothing = coordinator.get(reverse("programmes:topics"), {"q": "zzzz"}).content.decode()
    assert "No topic found" in nothing


def test_a_topic_is_added_renamed_and_retired(coordinator: Client) -> None:
    words = {
        "rung": "tools", "name_en": "Welding robots", "name_it": "Robot di saldatura",
        "aliases": "Cobots\n\nCobot",
    }  # fmt: skip
    coordinator.post(reverse("programmes:topic-add"), words)
    topic = Topic.objects.get(own=True)
    assert topic.aliases == ["Cobots", "Cobot"]
    url = reverse("programmes:topic", args=[topic.code])
    coordinator.post(url, words | {"name_en": "Robots that weld", "digcomp": "5.3"})
    topic.refresh_from_db()
    assert (topic.name_en, topic.digcomp) == ("Robots that weld", "5.3")
    coordinator.post(reverse("programmes:topic-retire", args=[topic.code]))
    assert url not in coordinator.get(reverse("programmes:topics")).content.decode()
    retired = coordinator.get(reverse("programmes:topics"), {"show": "retired"})
    assert "Robots that weld" in retired.content.decode()
    coordinator.post(reverse("programmes:topic-restore", args=[topic.code]))
    topic.refresh_from_db()
    assert not topic.retired


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name_en": "ChatGPT"}, "already means the topic"),
        ({"digcomp": "9.9"}, "Write a code of DigComp"),
        ({"name_it": ""}, "Italian name"),
    ],
)
def test_a_topic_that_does_not_fit_comes_back_with_the_reason(
    coordinator: Client, change: dict[str, str], told: str
) -> None:
    words = {"rung": "tools", "name_en": "Welding", "name_it": "Saldatura", "aliases": ""}
    page = coordinator.post(reverse("programmes:topic-add"), words | change)
    assert told in page.content.decode()
    assert not Topic.objects.filter(own=True).exists()
