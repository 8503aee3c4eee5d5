"""Who is left out and why, in numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.feasibility import broken
from viceversa.engine.problem import CRITERIA, Problem
from viceversa.engine.scoring import FORMULAS
from viceversa.engine.sweep import Sweep

type Wide = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """What the rules left of the other side.

    `others`: people on it; `feasible`: those no rule forbids; `free`: feasible ones with a place
    to spare. `by_rule`: people each rule forbids, one by one. `only`: people nothing but that
    rule forbids, so that relaxing it would open them.
    """

    others: int
    feasible: int
    free: int
    by_rule: Mapping[str, int]
    only: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Somebody with fewer partners than they should have.

    `reason`: "nobody-there" (the other side is empty), "rules" (nobody is allowed),
    "competition" (the allowed are taken by pairs that are worth more together), "low-worth"
    (the objective would rather leave a place empty), "minimum" (some partners, too few).
    `partners` of `wanted`; `best` is the highest score anyone allowed would give, or None.
    """

    person: str
    role: str
    reason: str
    partners: int
    wanted: int
    best: float | None
    counts: Counts


def rule_columns(problem: Problem, rows: Wide, columns: Wide) -> dict[str, NDArray[np.bool_]]:
    """Each rule, *must* criteria included, with the pairs rows × columns that it forbids."""
    t = problem.tables
    result = dict(broken(t, rows, columns))
    for name, must, (group, formula) in zip(CRITERIA, t.musts, FORMULAS, strict=True):
        # No common language is the rule "language" already.
        if must and name != "language":
            part = formula(getattr(t, group), rows[:, None], columns[None, :])
            result[f"must-{name}"] = np.broadcast_to(part == 0, (len(rows), len(columns)))
    return result


def counts_of(problem: Problem, role: str, position: int, spare: NDArray[np.bool_]) -> Counts:
    """Count the other side of one person; `spare` says who there has a place left."""
    m, n = problem.shape
    one = np.array([position])
    sides = (one, np.arange(n)) if role == "mentee" else (np.arange(m), one)
    rules = {
        name: forbidden.reshape(-1) for name, forbidden in rule_columns(problem, *sides).items()
    }
    times = np.sum(list(rules.values()), axis=0) if rules else np.zeros(0)
    allowed = times == 0
    return Counts(
        others=len(times),
        feasible=int(allowed.sum()),
        free=int((allowed & spare).sum()),
        by_rule={name: int(f.sum()) for name, f in rules.items() if f.any()},
        only={
            name: int((f & (times == 1)).sum())
            for name, f in rules.items()
            if (f & (times == 1)).any()
        },
    )


def unmatched_of(
    problem: Problem, sweep: Sweep, mentee_counts: Wide, mentor_counts: Wide
) -> Iterator[Unmatched]:
    """Everyone with places and no partner, or with fewer than their minimum; mentees first."""
    sides = (
        ("mentee", problem.mentees, mentee_counts, problem.mentors, mentor_counts),
        ("mentor", problem.mentors, mentor_counts, problem.mentees, mentee_counts),
    )
    for role, people, counts, others, taken in sides:
        most = np.array([p.maximum for p in others], dtype=np.int64)
        for position, (p, partners) in enumerate(zip(people, counts.tolist(), strict=True)):
            wanted = max(p.minimum, min(p.maximum, 1))
            if partners < wanted:
                numbers = counts_of(problem, role, position, taken < most)
                scores = sweep.row(position) if role == "mentee" else sweep.column(position)
                best = int(scores.max(initial=-1))
                yield Unmatched(
                    p.person,
                    role,
                    _reason(partners, numbers),
                    partners,
                    wanted,
                    best / sweep.scale if best >= 0 else None,
                    numbers,
                )


def _reason(partners: int, counts: Counts) -> str:
    if not counts.others:
        return "nobody-there"
    if partners:
        return "minimum"
    if not counts.feasible:
        return "rules"
    return "low-worth" if counts.free else "competition"
