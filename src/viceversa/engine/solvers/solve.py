"""From a problem to its answer."""

from collections.abc import Callable

import numpy as np

from viceversa.engine.certificate import limits_of, most_pairs_of
from viceversa.engine.feasibility import check_pair
from viceversa.engine.problem import Fault, Problem, ProblemError
from viceversa.engine.scoring import reward_of
from viceversa.engine.sweep import Scheduler, Sweep, Threads, sweep_of

from .columns import NO_POOL, Pool, optimum
from .leftover import rule_columns
from .progress import Progress, Reporter
from .repair import repaired
from .solution import Solution
from .worst_first import worst_first


def solve(
    problem: Problem,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    threads: int | None = None,
    scheduler: Scheduler | None = None,
    start: Solution | None = None,
) -> Solution:
    """The best answer over all pairs, with its proof.

    `progress` is called between blocks of pairs from this thread; `cancelled` is asked there and
    ends the work with `Cancelled`. `threads` (default: all processors) and `scheduler` change
    the time, never the answer. `start`: an earlier answer to a similar problem, whose candidates
    shorten the work; the value is the same, though among equally good answers another may win.

    Raises `ProblemError` for pins that break a rule without `override`.
    """
    refuse_broken_pins(problem)
    chosen = scheduler or (Threads(threads) if threads else None)
    sweep = sweep_of(problem, chosen, start.sweep if start else None)
    limits = limits_of(problem)
    reward = reward_of(problem.policy, sweep.scale, most_pairs_of(problem))
    m, n = problem.shape
    reporter = Reporter(m * n, progress, cancelled)
    if problem.policy.objective == "worst-first":
        answer = worst_first(sweep, limits, reward, reporter)
        reward = reward.from_floor(answer.floor)
        return Solution(problem, reward, limits, answer.best, sweep, answer.ceiling)
    if start is not None:
        mended = repaired(start, problem, sweep, limits, reward, reporter)
        if mended is not None:
            return Solution(problem, reward, limits, mended, sweep)
    pool = _translated(start, problem, sweep) if start else NO_POOL
    return Solution(problem, reward, limits, optimum(sweep, limits, reward, reporter, pool), sweep)


def refuse_broken_pins(problem: Problem) -> None:
    """Raise `ProblemError` naming every pin that breaks a rule and does not override it."""
    faults = []
    for pin in problem.pins:
        rules = broken_rules(problem, pin.mentor, pin.mentee)
        if rules and not pin.override:
            faults.append(
                Fault(
                    "pin-breaks-rule",
                    f"Pin {pin.mentor} with {pin.mentee}",
                    f"the pair breaks {', '.join(rules)}",
                    "Remove the pin, or override the rule and have it recorded.",
                )
            )
    if faults:
        raise ProblemError(tuple(faults))


def broken_rules(problem: Problem, mentor: str, mentee: str) -> tuple[str, ...]:
    """Names of the rules that forbid a pair, *must* criteria included."""
    row = np.array([problem.position(mentee, "mentee")])
    column = np.array([problem.position(mentor, "mentor")])
    rules = rule_columns(problem, row, column)
    return tuple(name for name, forbidden in rules.items() if forbidden[0, 0])


def _translated(start: Solution, problem: Problem, sweep: Sweep) -> Pool:
    """The candidates of an earlier answer that exist and are allowed in this problem."""
    pool, before = start.pool, start.problem
    mentee_to = [problem.mentee_at.get(p.person, -1) for p in before.mentees]
    mentor_to = [problem.mentor_at.get(p.person, -1) for p in before.mentors]
    mentee = np.array(mentee_to, dtype=np.int64)[pool.mentee]
    mentor = np.array(mentor_to, dtype=np.int64)[pool.mentor]
    there = (mentee >= 0) & (mentor >= 0)
    mentee, mentor = mentee[there], mentor[there]
    score = sweep.of(mentee, mentor)
    allowed = score >= 0
    order = np.lexsort((mentor[allowed], mentee[allowed]))
    return Pool(mentee[allowed][order], mentor[allowed][order], score[allowed][order])


__all__ = ["broken_rules", "check_pair", "refuse_broken_pins", "solve"]
