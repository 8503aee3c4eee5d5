"""Reading the catalogue: by rung, by words, by code."""

from dataclasses import dataclass

from viceversa.people.rules.folding import plain
from viceversa.programmes.choices import Rung
from viceversa.programmes.models import Topic, Wish
from viceversa.programmes.rules.topics import Entry, TopicIndex


@dataclass(frozen=True, slots=True)
class RungOfTopics:
    """One rung of the catalogue page with the topics that were looked for."""

    rung: str
    label: str
    topics: list[Topic]


def index(*, except_for: str | None = None) -> TopicIndex:
    """Return the finder over the whole catalogue (one query), perhaps without one topic."""
    return TopicIndex(
        Entry(topic.code, (topic.name_en, topic.name_it), tuple(topic.aliases), topic.retired)
        for topic in Topic.objects.exclude(code=except_for or "").order_by("position", "pk")
    )


def names() -> dict[str, str]:
    """Return every topic's name in the active language by its code, retired ones too."""
    return {topic.code: topic.name for topic in Topic.objects.all()}


def catalogue(*, search: str = "", retired: bool = False) -> list[RungOfTopics]:
    """Return the catalogue by rung; `search` looks into names, sentences and aliases."""
    topics = Topic.objects.filter(retired=retired).order_by("position", "pk")
    found = [topic for topic in topics if _matches(topic, plain(search))]
    rungs = ((r.value, str(r.label)) for r in Rung)
    return [RungOfTopics(r, name, [t for t in found if t.rung == r]) for r, name in rungs]


def choices(*, gives_back: bool) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return (rung, [(code, name)]) of the topics on offer, for a grouped select.

    What seniors give back stands first where `gives_back`, and apart from the rungs otherwise.
    """
    groups = [
        (rung.label, [(topic.code, topic.name) for topic in rung.topics], rung.rung)
        for rung in catalogue()
    ]
    groups.sort(key=lambda group: (group[2] == Rung.GIVES_BACK) != gives_back)
    return [(label, topics) for label, topics, _ in groups if topics]


def by_code(code: str) -> Topic | None:
    """Return a topic or None."""
    return Topic.objects.filter(code=code).first()


def uses(topic: Topic) -> int:
    """Return how many enrolments name a topic."""
    return Wish.objects.filter(topic=topic).values("enrolment").distinct().count()


def _matches(topic: Topic, sought: str) -> bool:
    if not sought:
        return True
    words = (
        topic.name_en,
        topic.name_it,
        topic.about_en,
        topic.about_it,
        topic.digcomp,
        *topic.aliases,
    )
    return any(sought in plain(word) for word in words)
