"""Distance travelled: one competence, two moments; never a sum, never a mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa.measurement.rules.answers import Answers


@dataclass(frozen=True, slots=True)
class Step:
    """The levels of one competence before and after, each from 1 to 8."""

    code: str
    before: int
    after: int


def travelled(codes: Sequence[str], before: Answers, after: Answers) -> list[Step]:
    """Return a step for each competence that has a level at both moments, in their order."""
    found = []
    for code in codes:
        first, last = before.get(code), after.get(code)
        if first is None or last is None or first.level is None or last.level is None:
            continue
        found.append(Step(code, first.level, last.level))
    return found
