"""How much the answer hangs on the exact weights: solved again with each changed by up to 20 %.

Where several answers are equally good, the one is counted that keeps most pairs: another choice
among equals says nothing about the weights.
"""

from dataclasses import dataclass, replace

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.solvers import Solution, solve

from .closest import kept

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
    mentee, mentor, _ = solution.positions
    names = [
        (problem.mentors[j].person, problem.mentees[i].person)
        for i, j in zip(mentee.tolist(), mentor.tolist(), strict=True)
    ]
    times = np.zeros(len(names), dtype=np.int64)
    shares = []
    for _ in range(runs if names else 0):
        factors = random.uniform(1 - spread, 1 + spread, len(problem.tables.weights))
        weights = np.rint(problem.tables.weights * FINER * factors).astype(np.int64)
        shaken = replace(problem, tables=problem.tables._replace(weights=weights))
        again = kept(solve(shaken, start=solution), mentee, mentor)
        times += again
        shares.append(float(again.mean()))
    if not shares:
        return Robustness(runs, None, None, {})
    by_pair = dict(sorted(zip(names, (times / runs).tolist(), strict=True)))
    return Robustness(runs, float(np.mean(shares)), min(shares), by_pair)
