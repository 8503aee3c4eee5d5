"""Beyond the answer: what other aims would give, how firm the pairs are, whom to recruit next.

All three solve the round again, many times. For a small round that takes a moment and is done when
asked; for a large one a job does it (`actions.examine`) and the answer keeps what it found.
"""

from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any

from viceversa import engine
from viceversa.matching.models import Answer, Round
from viceversa.matching.queries.solved import Solved, solved
from viceversa.matching.queries.telling import page_language
from viceversa.matching.rules.sentences import Teller

AT_ONCE = 60_000  # possible pairs up to which the pictures are made while the page waits
KEPT = 4


@dataclass(frozen=True, slots=True)
class Point:
    """What one aim would give: pairs, total fit, mean and smallest fit of a pair."""

    objective: str
    strength: float | None
    current: bool
    pairs: int
    total: float
    mean: float | None
    worst: float | None


@dataclass(frozen=True, slots=True)
class Horizon:
    """`firm` is the share of pairs that survive weights changed by up to a fifth; `firm_lowest` in
    the worst of `runs`; both None without pairs. `profiles` are sentences to advertise with.
    """

    points: tuple[Point, ...]
    runs: int
    firm: float | None
    firm_lowest: float | None
    profiles: tuple[str, ...]


def horizon(round: Round) -> Horizon | None:
    """Return the pictures of a round, or None where a job has to make them first."""
    row = Answer.objects.filter(round=round).values_list("public_id", "figures").first()
    if row is None:
        return None
    key, figures = row
    if "horizon" in figures:
        return _read(figures["horizon"])
    if figures["possible"] > AT_ONCE:
        return None
    return _read(_at_once(round.pk, key))


def examined(known: Solved) -> dict[str, Any]:
    """Work everything out, as JSON-ready data; profiles in both languages."""
    problem, solution = known.problem, known.solution
    if known.question.pins:  # a pin fixes the smallest fit whatever the aim
        problem = known.question.problem_without(pins=True)
        solution = engine.solve(problem, start=known.solution)
    firm = engine.robustness(known.problem, known.solution)
    profiles = engine.recruit_next(known.problem, known.solution)
    return {
        "points": [asdict(point) for point in engine.frontier(problem, solution)],
        "runs": firm.runs,
        "firm": firm.mean,
        "firm_lowest": firm.lowest,
        "profiles": {
            language: [
                Teller(known.question.roster, known.question.policy, language).profile(profile)
                for profile in profiles
            ]
            for language in ("en", "it")
        },
    }


@lru_cache(maxsize=KEPT)
def _at_once(round_id: int, answer: str) -> dict[str, Any]:
    """Work it out once in this process for one answer; `answer` makes the key change with it."""
    known = solved(Round.objects.get(pk=round_id))
    assert known is not None, answer
    return examined(known)


def _read(data: dict[str, Any]) -> Horizon:
    names = Point.__dataclass_fields__.keys()
    return Horizon(
        points=tuple(Point(**{name: point[name] for name in names}) for point in data["points"]),
        runs=data["runs"],
        firm=data["firm"],
        firm_lowest=data["firm_lowest"],
        profiles=tuple(data["profiles"][page_language()]),
    )
