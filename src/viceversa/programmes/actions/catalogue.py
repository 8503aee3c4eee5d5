"""Keeping the topic catalogue: what comes with the program, and what the organisation adds."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.models import Topic
from viceversa.programmes.queries.topics import index
from viceversa.programmes.rules.catalogue import ShippedTopic, shipped

OWN = "own-"  # codes of the organisation's topics, so that a later release cannot clash with them


class UnableToChangeTopic(UnableTo):
    """The catalogue would hold the same words twice."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a topic is called and how it is explained, in both languages."""

    rung: str
    name_en: str
    name_it: str
    about_en: str = ""
    about_it: str = ""
    digcomp: str = ""
    aliases: tuple[str, ...] = ()


@transaction.atomic
def set_up_catalogue(*, actor: Actor, now: datetime) -> tuple[int, int]:
    """Bring the shipped topics up to date; return how many were added and how many changed.

    The organisation's own topics, words it changed and what it retired stay as they are. Doing it
    again changes nothing. A first set-up leaves no audit line: it is part of the program, as the
    tables are; a later change does.
    """
    there = {topic.code: topic for topic in Topic.objects.all()}
    new = [_fresh(line, i) for i, line in enumerate(shipped()) if line.code not in there]
    Topic.objects.bulk_create(new)
    changed = [
        topic
        for i, line in enumerate(shipped())
        if (topic := there.get(line.code)) and not topic.edited and _take_over(topic, line, i)
    ]
    Topic.objects.bulk_update(changed, [*_fields(shipped()[0]), "position"])
    if there and (new or changed):
        record(actor=actor, now=now, verb=Verb.TOPIC_CHANGED, added=len(new), changed=len(changed))
    return len(new), len(changed)


@transaction.atomic
def add_topic(*, words: Words, actor: Actor, now: datetime) -> Topic:
    """Add a topic of the organisation's own; raise `UnableToChangeTopic` where it exists."""
    _refuse_double(words, except_for=None)
    stem = OWN + (slugify(words.name_en) or "topic")[:50]
    taken = set(Topic.objects.filter(code__startswith=stem).values_list("code", flat=True))
    code = next(
        c for n in range(1, 10_000) if (c := stem if n == 1 else f"{stem}-{n}") not in taken
    )
    last = Topic.objects.order_by("-position").values_list("position", flat=True).first() or 0
    topic = Topic.objects.create(code=code, own=True, position=last + 1, **_plain(words))
    record(actor=actor, now=now, verb=Verb.TOPIC_CHANGED, subject=_subject(topic), act="added")
    return topic


@transaction.atomic
def change_topic(*, topic: Topic, words: Words, actor: Actor, now: datetime) -> Topic:
    """Change a topic's words; a shipped topic keeps them through every later upgrade."""
    _refuse_double(words, except_for=topic.code)
    plain = _plain(words)
    if all(getattr(topic, name) == value for name, value in plain.items()):
        return topic
    for name, value in plain.items():
        setattr(topic, name, value)
    topic.edited = True
    topic.save()
    record(actor=actor, now=now, verb=Verb.TOPIC_CHANGED, subject=_subject(topic), act="changed")
    return topic


@transaction.atomic
def retire_topic(*, topic: Topic, actor: Actor, now: datetime) -> None:
    """Take a topic out of the choice; enrolments that hold it keep it."""
    _set_retired(topic, True, actor, now)


@transaction.atomic
def restore_topic(*, topic: Topic, actor: Actor, now: datetime) -> None:
    """Offer a retired topic again."""
    _set_retired(topic, False, actor, now)


def _set_retired(topic: Topic, retired: bool, actor: Actor, now: datetime) -> None:
    if topic.retired == retired:
        return
    topic.retired = retired
    topic.save(update_fields=["retired"])
    act = "retired" if retired else "restored"
    record(actor=actor, now=now, verb=Verb.TOPIC_CHANGED, subject=_subject(topic), act=act)


def _refuse_double(words: Words, except_for: str | None) -> None:
    """Refuse words that are taken; who changes the catalogue at the same moment waits."""
    list(Topic.objects.select_for_update().order_by("pk")[:1])  # stands for the whole catalogue
    catalogue = index(except_for=except_for)
    for word in (words.name_en, words.name_it, *words.aliases):
        if code := catalogue.find(word):
            name = str(Topic.objects.get(code=code))
            raise UnableToChangeTopic(
                _(
                    "“%(word)s” already means the topic “%(name)s”. "
                    "Use that topic, or choose another word."
                )
                % {"word": word, "name": name}
            )


def _fresh(line: ShippedTopic, position: int) -> Topic:
    return Topic(code=line.code, position=position, **_fields(line))


def _take_over(topic: Topic, line: ShippedTopic, position: int) -> bool:
    """Copy a shipped line into its row; tell whether anything was different."""
    wanted = _fields(line) | {"position": position}
    different = any(getattr(topic, name) != value for name, value in wanted.items())
    for name, value in wanted.items():
        setattr(topic, name, value)
    return different


def _fields(line: ShippedTopic) -> dict[str, object]:
    plain: dict[str, object] = asdict(line)
    del plain["code"]
    return plain | {"aliases": list(line.aliases)}


def _plain(words: Words) -> dict[str, object]:
    plain: dict[str, object] = asdict(words)
    return plain | {"aliases": list(words.aliases)}


def _subject(topic: Topic) -> str:
    return f"topic:{topic.public_id}"
