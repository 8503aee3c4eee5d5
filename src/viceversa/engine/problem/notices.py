"""What was understood but had no effect: said, never silently dropped."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .model import Participant, Person
from .wish_columns import NAMED_AT_MOST


@dataclass(frozen=True, slots=True)
class Notice:
    """A remark: `code`, the person and role it is about, and the ids or numbers concerned."""

    code: str
    person: str
    role: str
    about: tuple[str, ...] = ()


def notices_of(
    people: Mapping[str, Person], participants: Sequence[Participant]
) -> tuple[Notice, ...]:
    """All remarks, in the order of ids."""
    ordered = sorted(participants, key=lambda p: (p.person, p.role))
    return tuple(notice for p in ordered for notice in _about(p, people))


def _about(p: Participant, people: Mapping[str, Person]) -> Iterator[Notice]:
    for attribute in ("prefers", "excludes", "previous"):
        strangers = tuple(id_ for id_ in getattr(p, attribute) if id_ not in people)
        if strangers:
            yield Notice(f"unknown-{attribute}", p.person, p.role, strangers)
    if len(p.prefers) > NAMED_AT_MOST:
        yield Notice("too-many-prefers", p.person, p.role, p.prefers[NAMED_AT_MOST:])
    person = people[p.person]
    if person.level is None:
        yield Notice("level-unknown", p.person, p.role)
    if not person.manager_known:
        yield Notice("manager-unknown", p.person, p.role)
    if not person.languages:
        yield Notice("languages-unknown", p.person, p.role)
    if p.maximum == 0:
        yield Notice("no-place", p.person, p.role)
    if p.role == "mentee" and not p.wants:
        yield Notice("wants-nothing", p.person, p.role)
    if p.role == "mentor" and not p.offers:
        yield Notice("offers-nothing", p.person, p.role)
