"""Which topics of the catalogue follow from a self-check: where to start, and what to share."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from viceversa.measurement.rules.answers import Answers
from viceversa.measurement.rules.bands import GUIDES_FROM

MOST = 3  # topics of each kind: a page to choose from, not a programme of study


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic as this rule needs it: its code and the competence it belongs to."""

    code: str
    competence: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A topic to learn or to share; `level` is the one to offer it with, `curious` why to learn."""

    code: str
    competence: str
    level: int = 0
    curious: bool = False


def to_learn(
    subjects: Iterable[Subject], answers: Answers, curious: Collection[str], held: Collection[str]
) -> list[Proposed]:
    """Return topics to start from: what somebody is curious about, then where they start.

    Curiosity comes first whatever the level. Without it, competences below the level at which one
    guides others come in the order of the framework, the first bands first. `held` are topics the
    profile names already.
    """

    def wish(subject: Subject) -> tuple[int, int] | None:
        if subject.competence in curious:
            return (0, 0)
        answer = answers.get(subject.competence)
        if answer is None or answer.level is None or answer.level >= GUIDES_FROM:
            return None
        return (1, answer.level)

    found = [(wish(each), each) for each in subjects if each.code not in held]
    wanted = sorted(((how, each) for how, each in found if how), key=lambda pair: pair[0])
    chosen = _one_each([each for _how, each in wanted])
    return [Proposed(s.code, s.competence, curious=s.competence in curious) for s in chosen]


def to_share(
    subjects: Iterable[Subject], answers: Answers, held: Collection[str]
) -> list[Proposed]:
    """Return topics that somebody could share: those of competences from level 5 on."""
    able = {
        code: answer.level
        for code, answer in answers.items()
        if answer.level is not None and answer.level >= GUIDES_FROM
    }
    fitting = [s for s in subjects if s.competence in able and s.code not in held]
    fitting.sort(key=lambda subject: -able[subject.competence])
    return [Proposed(s.code, s.competence, level=able[s.competence]) for s in _one_each(fitting)]


def _one_each(subjects: list[Subject]) -> list[Subject]:
    """Keep the first topics, each competence once before any comes twice."""
    rounds: dict[str, int] = {}
    turns = []
    for place, subject in enumerate(subjects):
        turn = rounds.get(subject.competence, 0)
        rounds[subject.competence] = turn + 1
        turns.append((turn, place, subject))
    turns.sort(key=lambda each: each[:2])
    return [subject for _turn, _place, subject in turns[:MOST]]
