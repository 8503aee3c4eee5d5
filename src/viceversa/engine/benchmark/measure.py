"""Time and memory of one matching method on an invented organisation, each in its own process.

The only part of the engine that looks at a clock: that is what it is for.
"""

import resource
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from time import perf_counter, process_time
from typing import Any

import numpy as np

from viceversa.engine.certificate import verify
from viceversa.engine.problem import Ban, Policy, Problem
from viceversa.engine.scoring import pair_scores
from viceversa.engine.solvers import Solution, solve
from viceversa.engine.solvers.warm import warm
from viceversa.engine.synthetic import organisation

from .peers import PEERS

# How many explanations are timed.
EXPLAINED = 20


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one method did: pairs, sum of scores, people left out, seconds, peak megabytes.

    `seconds` is wall time, `cpu` processor time of all threads; on a busy machine they differ.
    `share` is the sum of scores as a part of the proven optimum's.
    """

    method: str
    people: int
    pairs: int
    left_out: int
    total: float
    share: float | None
    seconds: float
    cpu: float
    megabytes: float
    details: dict[str, float]


def benchmark(people: int, method: str = "viceversa", *, seed: int = 1) -> dict[str, Any]:
    """Measure one method with `people` mentees and as many mentors; a JSON-ready dict.

    "viceversa" solves, verifies, explains some pairs, then bans one and solves again from there.
    Peers are given the optimum's worths; the time to find them is not counted as theirs. Run
    each in a process of its own: peak memory is the process's.
    """
    company = organisation(people, people, seed=seed)
    built, clock = _timed(lambda: Problem.build(company.people, company.participants, Policy()))
    problem: Problem = built
    _warm_up()
    if method == "viceversa":
        return asdict(_ours(problem, people, clock[0]))
    if method not in PEERS:
        raise ValueError(f"{method!r} is no method: use viceversa, {', '.join(PEERS)}.")
    small = organisation(2, 2)
    basis = solve(Problem.build(small.people, small.participants, Policy()))
    worths = _scaled(problem, basis)
    answer, clock = _timed(lambda: PEERS[method](problem, worths))
    return asdict(_measured(method, problem, people, answer, clock, {}))


def _timed(work: Callable[[], Any]) -> tuple[Any, tuple[float, float]]:
    wall, cpu = perf_counter(), process_time()
    result = work()
    return result, (perf_counter() - wall, process_time() - cpu)


def _warm_up() -> None:
    """Load libraries and compiled code (or compile it) before any clock starts."""
    import ortools.graph.python.min_cost_flow  # noqa: F401  # loaded for everybody
    import scipy.optimize  # noqa: F401  # likewise

    warm()


def _scaled(problem: Problem, basis: Solution) -> Solution:
    """A stand-in that carries this problem's worths and limits without solving it."""
    from viceversa.engine.certificate import limits_of, most_pairs_of
    from viceversa.engine.scoring import highest, reward_of

    reward = reward_of(problem.policy, highest(problem.tables), most_pairs_of(problem))
    return replace(basis, problem=problem, reward=reward, limits=limits_of(problem))


def _ours(problem: Problem, people: int, build: float) -> Measurement:
    solution, clock = _timed(lambda: solve(problem))
    megabytes = _peak()
    proof, checking = _timed(lambda: verify(problem, solution))
    from viceversa.engine.explain import alternatives

    # People are looked at before any clock starts, the first explanation before any other use.
    asked = [pair.mentee for pair in solution.pairs[:: max(1, people // EXPLAINED)]]
    told = [_timed(partial(alternatives, problem, solution, who))[1][0] for who in asked]
    pair = solution.pairs[len(solution.pairs) // 2]
    fresh = replace(solution, memory={})
    _, again = _timed(
        lambda: solve(problem.variant(bans=[Ban(pair.mentor, pair.mentee)]), start=fresh)
    )
    details = {
        "build": build,
        "verify": checking[0],
        "verified": float(proof.ok),
        "gap": float(solution.gap),
        "passes": float(solution.statistics["passes"]),
        "candidates": float(solution.statistics["candidates"]),
        "re_solve": again[0],
        "first_explanation": told[0],
        "explanation": sorted(told)[len(told) // 2],
        "slowest_explanation": max(told),
    }
    mentee, mentor, _ = solution.positions
    found = _measured("viceversa", problem, people, (mentee, mentor), clock, details)
    return Measurement(**{**asdict(found), "megabytes": megabytes})


def _measured(
    method: str,
    problem: Problem,
    people: int,
    answer: tuple[Any, Any],
    clock: tuple[float, float],
    details: dict[str, float],
) -> Measurement:
    from viceversa.engine.scoring import highest

    mentee, mentor = (np.asarray(side, dtype=np.int64) for side in answer)
    total = float(pair_scores(problem.tables, mentee, mentor).sum() / highest(problem.tables))
    left_out = 2 * people - 2 * len(mentee)
    return Measurement(method, people, len(mentee), left_out, total, None, *clock, _peak(), details)


def _peak() -> float:
    """Peak resident memory of this process in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
