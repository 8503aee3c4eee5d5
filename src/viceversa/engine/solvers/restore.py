"""An answer brought back from its certificate: checked again, never solved again.

Pairs and prices are all that solving finds out; everything else about an answer follows from them
and the problem. The check is the independent one, of all pairs; the document is not believed.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import (
    Limits,
    dual_bound,
    limits_of,
    most_pairs_of,
    primal_value,
    verify_with,
)
from viceversa.engine.problem import CertificateError, Problem
from viceversa.engine.scoring import Reward, pair_scores, reward_of
from viceversa.engine.sweep import Scheduler, Sweep, sweep_of

from .columns import Optimum, Pool
from .solution import Solution
from .solve import refuse_broken_pins

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class Restored(Solution):
    """An answer from its certificate. The pool of its `optimum` holds the chosen pairs only.

    `looked_at`: how many candidates the solver had, as the certificate says.
    """

    looked_at: int = 0

    @property
    def candidates(self) -> int:
        """How many candidate pairs the solver looked at."""
        return self.looked_at

    @cached_property
    def pool(self) -> Pool:
        """The chosen pairs and, from both sides, those nearest to the prices.

        Found by two passes when a similar problem starts from here, which few answers ever see.
        """
        pool = self.optimum.pool
        for by_mentor in (False, True):
            pool = pool.joined(self.nearest(by_mentor).found, self.sweep.shape[1])
        return pool


def restore(
    problem: Problem, certificate: dict[str, Any], *, scheduler: Scheduler | None = None
) -> Solution:
    """The answer that a certificate (`Solution.certificate()`, also back from JSON) proves.

    It equals the solved one in pairs, value, bound, prices, certificate and reasons, at the cost
    of one pass over all pairs. `scheduler` changes the time, never the answer.

    Raises `CertificateError`, with every fault found, where the certificate is of another problem
    or was altered in anything that the problem can tell; `ProblemError` for pins that break a rule
    without `override`. What only the solver knew (its passes and candidates under `statistics`) is
    covered by the checksum alone.
    """
    if not isinstance(certificate, dict):
        raise CertificateError((f"it is {type(certificate).__name__}, not an object of fields",))
    refuse_broken_pins(problem)
    sweep = sweep_of(problem, scheduler)
    proof = verify_with(sweep, problem, certificate)
    if not proof.ok:
        raise CertificateError(proof.faults)
    try:
        solution = _rebuilt(problem, certificate, sweep)
    except (KeyError, TypeError, ValueError) as error:
        raise CertificateError((f"the certificate cannot be read: {error!r}",)) from error
    # The proof needs neither places nor worths: they are in the document for its readers.
    again = solution.certificate()
    faults = tuple(
        f"{name} is not what the problem and the pairs give"
        for name in sorted(again.keys() | certificate.keys())
        if name != "checksum" and (name not in certificate or certificate[name] != again.get(name))
    )
    if faults:
        raise CertificateError(faults)
    return solution


def _rebuilt(problem: Problem, document: dict[str, Any], sweep: Sweep) -> Solution:
    limits = limits_of(problem)
    reward = reward_of(problem.policy, sweep.scale, most_pairs_of(problem))
    ceiling = None
    if problem.policy.objective == "worst-first":
        floor = int(document["floor"])
        if document["ceiling"] is not None:
            above = reward.counting(floor + 1, sweep.scale)
            ceiling = _optimum(problem, document["ceiling"], document["ceiling"], limits, above)
        reward = reward.from_floor(floor)
    passes, looked_at = (document["statistics"][name] for name in ("passes", "candidates"))
    if not all(type(count) is int and count >= 0 for count in (passes, looked_at)):
        raise ValueError("passes and candidates must be whole numbers")
    best = _optimum(problem, document, document["prices"], limits, reward, passes)
    return Restored(problem, reward, limits, best, sweep, ceiling, looked_at=looked_at)


def _optimum(
    problem: Problem,
    claim: dict[str, Any],
    prices: dict[str, dict[str, int]],
    limits: Limits,
    reward: Reward,
    passes: int = 0,
) -> Optimum:
    """The free pairs of a claim with its prices, in the solver's order, added up."""
    free = [pair for pair in claim["pairs"] if not pair["pinned"]]
    cells = sorted((problem.mentee_at[p["mentee"]], problem.mentor_at[p["mentor"]]) for p in free)
    mentee, mentor = np.array(cells, dtype=np.int64).reshape(-1, 2).T.copy()
    u = np.array([prices["mentees"][p.person] for p in problem.mentees], dtype=np.int64)
    v = np.array([prices["mentors"][p.person] for p in problem.mentors], dtype=np.int64)
    score = pair_scores(problem.tables, mentee, mentor)
    worth = reward.of(score)
    surplus = int(np.maximum(worth - u[mentee] - v[mentor], 0).sum())
    value = primal_value(limits, mentee, mentor, worth, reward.minimum)
    bound = dual_bound(limits, u, v, surplus)
    pool = Pool(mentee, mentor, score)
    return Optimum(mentee, mentor, score, u, v, value, bound, surplus, passes, pool)
