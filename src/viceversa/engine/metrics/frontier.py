"""What each objective costs in terms of the others: the same cohort solved under all of them."""

from dataclasses import dataclass, replace

from viceversa.engine.problem import Problem
from viceversa.engine.solvers import Solution, solve

STRENGTHS = (0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Point:
    """One objective's answer: pairs, minimums missed, sum, mean and worst of the scores."""

    objective: str
    strength: float | None
    current: bool
    pairs: int
    minimums_missed: int
    total: float
    mean: float | None
    worst: float | None


def frontier(problem: Problem, solution: Solution) -> tuple[Point, ...]:
    """A point for each objective; *protect the worst-off* at a few strengths and its own."""
    now = problem.policy
    wanted: list[tuple[str, float | None]] = [("nobody-left-out", None), ("best-fit", None)]
    strengths = {*STRENGTHS, now.strength} if now.objective.startswith("protect") else {*STRENGTHS}
    wanted += [("protect-the-worst-off", strength) for strength in sorted(strengths)]
    wanted.append(("worst-first", None))
    return tuple(_point(problem, solution, objective, strength) for objective, strength in wanted)


def _point(problem: Problem, solution: Solution, objective: str, strength: float | None) -> Point:
    now = problem.policy
    current = objective == now.objective and strength in (None, now.strength)
    if current:
        answer = solution
    else:
        policy = replace(
            now,
            objective=objective,  # type: ignore[arg-type]  # one of the four
            strength=now.strength if strength is None else strength,
        )
        answer = solve(problem.variant(policy=policy), start=solution)
    figures = answer.objective
    return Point(
        objective,
        strength,
        current,
        int(figures["pairs"] or 0),
        int(figures["minimums_missed"] or 0),
        float(figures["total"] or 0),
        figures["mean"],
        figures["worst"],
    )
