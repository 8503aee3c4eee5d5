"""Invented organisations of any size, always the same for the same seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .problem import Participant, Person, Wish

LANGUAGES = ("it", "en", "fr", "de", "es", "pt")
COUNTRIES = ("IT", "FR", "DE")
TOPICS = 48
RETURNS = 16
UNITS = 20
TEAMS = 5
SITES = 8
HALF_DAY = 240
# Shares of people who would need each kind of edge in the reporting tree.
FAN_OUT = 8
SENIOR_LEVEL = 5


@dataclass(frozen=True)
class Organisation:
    """Everybody in the directory, and their places in a round."""

    people: tuple[Person, ...]
    participants: tuple[Participant, ...]


def organisation(mentees: int, mentors: int, *, seed: int = 1) -> Organisation:
    """An organisation with that many mentees (senior) and mentors (junior).

    48 topics wanted two to five at a time, 16 things to give back, six languages, twenty units
    with five teams each, eight sites, a reporting tree with eight reports a manager, windows of
    half a day.
    """
    random = np.random.default_rng(seed)
    total = mentees + mentors
    people = [_person(index, mentees, total, random) for index in range(total)]
    places = [
        _mentee(person.id, random) if index < mentees else _mentor(person.id, people, random)
        for index, person in enumerate(people)
    ]
    return Organisation(tuple(people), tuple(places))


def _id(index: int) -> str:
    return f"p{index:07d}"


def _person(index: int, seniors: int, total: int, random: np.random.Generator) -> Person:
    # Position in the tree is position in the list, so the first people are the top.
    manager = None if index == 0 else _id((index - 1) // FAN_OUT)
    unit = int(random.integers(UNITS))
    languages = _some(LANGUAGES, 1 + int(random.integers(3)), random)
    junior = SENIOR_LEVEL - 1 - int(random.integers(3))
    return Person(
        id=_id(index),
        level=SENIOR_LEVEL + int(random.integers(4)) if index < seniors else junior,
        manager=manager,
        unit=("Group", f"Unit {unit:02d}", f"Team {int(random.integers(TEAMS))}"),
        site=f"Site {int(random.integers(SITES))}",
        country=COUNTRIES[int(random.integers(len(COUNTRIES)))],
        languages=languages,
        groups={"tenure": ("0–2", "3–9", "10+")[int(random.integers(3))]},
    )


def _some[T](values: Sequence[T], count: int, random: np.random.Generator) -> tuple[T, ...]:
    # Earlier values are more popular, as topics and languages are.
    popularity = 1.0 / np.arange(2, len(values) + 2) ** 0.5
    chosen = random.choice(len(values), count, replace=False, p=popularity / popularity.sum())
    return tuple(values[int(k)] for k in chosen)


def _windows(random: np.random.Generator) -> tuple[tuple[int, int], ...]:
    halves = random.choice(10, 3 + int(random.integers(3)), replace=False)
    zone = 60 * int(random.integers(3))
    starts = [(int(h) // 2) * 1440 + (480 if h % 2 == 0 else 780) + zone for h in sorted(halves)]
    return tuple((start, start + HALF_DAY) for start in starts)


def _wishes(
    prefix: str, topics: int, count: int, low: int, high: int, random: np.random.Generator
) -> tuple[Wish, ...]:
    chosen = _some(range(topics), count, random)
    return tuple(Wish(f"{prefix}{k:02d}", int(random.integers(low, high + 1))) for k in chosen)


def _mentee(id_: str, random: np.random.Generator) -> Participant:
    return Participant(
        person=id_,
        role="mentee",
        wants=_wishes("topic-", TOPICS, 2 + int(random.integers(4)), 1, 3, random),
        offers=_wishes("give-", RETURNS, 1 + int(random.integers(4)), 3, 8, random),
        windows=_windows(random),
        waiting=int(random.integers(10) == 0),
    )


def _mentor(id_: str, people: Sequence[Person], random: np.random.Generator) -> Participant:
    wish = random.integers(8) == 0
    return Participant(
        person=id_,
        role="mentor",
        wants=_wishes("give-", RETURNS, 1 + int(random.integers(3)), 1, 3, random),
        offers=_wishes("topic-", TOPICS, 3 + int(random.integers(5)), 4, 8, random),
        windows=_windows(random),
        prefers=(people[int(random.integers(len(people)))].id,) if wish else (),
        waiting=int(random.integers(10) == 0),
    )
