"""The chosen pairs as people read them: score, what each criterion gave, the exchange."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import CRITERIA, UNIT, Participant, Problem, Wish
from viceversa.engine.scoring import earned, highest

type Wide = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One criterion of one pair: its share of all weights (adds up to 1) and what it earned, 0–1.

    The score is the sum of `weight_share * earned`.
    """

    weight_share: float
    earned: float


@dataclass(frozen=True, slots=True)
class Gift:
    """A topic that one gives and the other wants: the wish's weight 1–3, the giver's level 1–8."""

    topic: str
    weight: int
    level: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a pair trades: `gives` from mentor to mentee, `gets` back; the most wanted first."""

    gives: tuple[Gift, ...]
    gets: tuple[Gift, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A mentor and a mentee (person ids) with their score in [0, 1] and its parts.

    `whole` is the same score as a whole number in the certificate's unit.
    """

    mentor: str
    mentee: str
    score: float
    whole: int
    contributions: Mapping[str, Contribution]
    pinned: bool
    exchange: Exchange


def pairs_of(problem: Problem, mentees: Wide, mentors: Wide, pinned: Sequence[bool]) -> list[Pair]:
    """Read the pairs at these positions, in the same order."""
    parts = earned(problem.tables, mentees, mentors)
    whole = (problem.tables.weights @ parts).tolist()
    scale = highest(problem.tables)
    weights = problem.tables.weights
    shares = (weights / weights.sum()).tolist()
    columns = (parts / UNIT).T.tolist()
    return [
        Pair(
            mentor=problem.mentors[j].person,
            mentee=problem.mentees[i].person,
            score=total / scale,
            whole=total,
            contributions={
                name: Contribution(share, value)
                for name, share, value in zip(CRITERIA, shares, values, strict=True)
            },
            pinned=pin,
            exchange=exchange_of(problem, i, j),
        )
        for i, j, total, values, pin in zip(
            mentees.tolist(), mentors.tolist(), whole, columns, pinned, strict=True
        )
    ]


def exchange_of(problem: Problem, mentee: int, mentor: int) -> Exchange:
    """What this pair would trade: topics one wants and the other gives well enough."""
    learner, teacher = problem.mentees[mentee], problem.mentors[mentor]
    threshold = problem.policy.rules.mentor_level
    return Exchange(tuple(_gifts(learner, teacher, threshold)), tuple(_gifts(teacher, learner, 1)))


def _gifts(wanting: Participant, giving: Participant, threshold: int) -> Iterator[Gift]:
    levels = {wish.topic: wish.value for wish in giving.offers if wish.value >= threshold}

    def most_wanted(wish: Wish) -> tuple[int, int, str]:
        return -wish.value, -levels[wish.topic], wish.topic

    for wish in sorted((w for w in wanting.wants if w.topic in levels), key=most_wanted):
        yield Gift(wish.topic, wish.value, levels[wish.topic])
