"""How much the answer hangs on the exact weights: solved again with each changed by up to 20 %."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.solvers import Solution, solve

RUNS = 20
SPREAD = 0.2
# Weights are whole numbers; tenfold they can move in steps of a fortieth to a tenth.
FINER = 10


@dataclass(frozen=True, slots=True)
class Robustness:
    """Share of pairs that survive, on average over runs and the lowest; and each pair's own.

    `by_pair`: (mentor, mentee) to the share of runs in which the pair was chosen again.
    """

    runs: int
    mean: float | None
    lowest: float | None
    by_pair: dict[tuple[str, str], float]


def robustness(
    problem: Problem, solution: Solution, runs: int = RUNS, spread: float = SPREAD, seed: int = 1
) -> Robustness:
    """Solve again `runs` times with every weight multiplied by 1 ± `spread` (uniform, seeded)."""
    random = np.random.default_rng(seed)
    before = {(pair.mentor, pair.mentee) for pair in solution.pairs}
    times: Counter[tuple[str, str]] = Counter()
    shares = []
    for _ in range(runs):
        factors = random.uniform(1 - spread, 1 + spread, len(problem.tables.weights))
        weights = np.rint(problem.tables.weights * FINER * factors).astype(np.int64)
        shaken = replace(problem, tables=problem.tables._replace(weights=weights))
        mentee, mentor, _ = solve(shaken, start=solution).positions
        again = before & {
            (problem.mentors[j].person, problem.mentees[i].person)
            for i, j in zip(mentee.tolist(), mentor.tolist(), strict=True)
        }
        times.update(again)
        shares.append(len(again) / len(before) if before else 1.0)
    if not before or not runs:
        return Robustness(runs, None, None, {})
    by_pair = {pair: times[pair] / runs for pair in sorted(before)}
    return Robustness(runs, float(np.mean(shares)), min(shares), by_pair)
