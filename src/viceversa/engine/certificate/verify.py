"""The check of a certificate: whole numbers, the input and the formulas, nothing of the solver."""

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from viceversa.engine.problem import Problem
from viceversa.engine.scoring import highest, pair_scores, reward_of
from viceversa.engine.sweep import Scheduler, Sweep, sweep_of

from .bound import primal_value
from .document import ENGINE_VERSION, FORMAT, seal_holds
from .limits import limits_of, most_pairs_of, pinned_positions
from .proof import Claim, account


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict: `ok` only if nothing is wrong and the gap is 0. `faults` in plain English."""

    ok: bool
    value: int
    bound: int
    gap: int
    faults: tuple[str, ...]


class HasCertificate(Protocol):
    """A solution, as far as the check is concerned."""

    def certificate(self) -> dict[str, Any]:
        """The certificate as plain data."""


def verify(
    problem: Problem,
    answer: HasCertificate | dict[str, Any],
    scheduler: Scheduler | None = None,
) -> Verification:
    """Prove an answer again from the problem and the certificate alone.

    Checks the seal, that input, policy and engine are those of the problem, that every chosen
    pair is allowed and scored right, that nobody is beyond their places, that the prices admit
    no better pair among *all* feasible ones, and adds value and bound up in whole numbers.
    """
    document = answer if isinstance(answer, dict) else answer.certificate()
    return verify_with(sweep_of(problem, scheduler), problem, document)


def verify_with(sweep: Sweep, problem: Problem, document: dict[str, Any]) -> Verification:
    """`verify` with a sweep that is there already; `document` is the certificate."""
    faults = _identity_faults(problem, document)
    if faults:
        return Verification(False, 0, 0, 0, tuple(faults))
    try:
        return _proved(problem, document, sweep)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        return Verification(False, 0, 0, 0, (f"the certificate cannot be read: {error!r}",))


def _identity_faults(problem: Problem, document: dict[str, Any]) -> list[str]:
    expected = {
        "format": FORMAT,
        "engine": ENGINE_VERSION,
        "input_hash": problem.input_hash,
        "policy_hash": problem.policy_hash,
        "scale": highest(problem.tables),
    }
    faults = [
        f"{key} is {document.get(key)!r}, but this problem has {value!r}"
        for key, value in expected.items()
        if document.get(key) != value
    ]
    if not seal_holds(document):
        faults.append("the checksum does not fit the content: the certificate was altered")
    return faults


def _proved(problem: Problem, document: dict[str, Any], sweep: Sweep) -> Verification:
    limits = limits_of(problem)
    reward = reward_of(problem.policy, sweep.scale, most_pairs_of(problem))
    claim = _claim(problem, document["pairs"], document["prices"])
    faults = _score_faults(problem, document)
    if problem.policy.objective == "worst-first":
        reward = reward.from_floor(int(document["floor"]))
        faults += _ceiling_faults(problem, document, sweep, claim)
    found = account(sweep, limits, reward, claim)
    faults += found.faults
    pinned = pair_scores(problem.tables, *pinned_positions(problem))
    fixed = int(reward.of(pinned).sum())
    value, bound = found.value + fixed, found.bound + fixed
    for name, result in (("value", value), ("bound", bound), ("gap", bound - value)):
        if document[name] != result:
            faults.append(f"the {name} is {result}, the certificate claims {document[name]}")
    if bound != value:
        faults.append(f"the gap is {bound - value}, not 0")
    return Verification(not faults, value, bound, bound - value, tuple(faults))


def _claim(problem: Problem, pairs: list[Any], prices: dict[str, Any]) -> Claim:
    """The free pairs and the prices, by position.

    Raises KeyError for an unknown id, TypeError for a price that is no whole number.
    """
    free = [pair for pair in pairs if not pair["pinned"]]
    columns = (
        [problem.mentee_at[pair["mentee"]] for pair in free],
        [problem.mentor_at[pair["mentor"]] for pair in free],
        [prices["mentees"][p.person] for p in problem.mentees],
        [prices["mentors"][p.person] for p in problem.mentors],
    )
    if not all(type(price) is int for column in columns for price in column):
        raise TypeError("prices must be whole numbers")  # NumPy would cut decimals off in silence
    return Claim(*(np.array(column, dtype=np.int64) for column in columns))


def _score_faults(problem: Problem, document: dict[str, Any]) -> list[str]:
    """Pins that are missing or invented, and scores other than the formulas give."""
    faults = []
    pinned = {(p["mentor"], p["mentee"]) for p in document["pairs"] if p["pinned"]}
    if pinned != {(pin.mentor, pin.mentee) for pin in problem.pins}:
        faults.append("the pinned pairs are not those of the problem")
    i = np.array([problem.mentee_at[p["mentee"]] for p in document["pairs"]], dtype=np.int64)
    j = np.array([problem.mentor_at[p["mentor"]] for p in document["pairs"]], dtype=np.int64)
    found = pair_scores(problem.tables, i, j).tolist()
    for pair, score in zip(document["pairs"], found, strict=True):
        if score != pair["score"]:
            faults.append(
                f"{pair['mentor']} with {pair['mentee']} scores {score}, not {pair['score']}"
            )
    return faults


def _ceiling_faults(
    problem: Problem, document: dict[str, Any], sweep: Sweep, claim: Claim
) -> list[str]:
    """Whether a higher worst score is proven out of reach: the one level above, counted."""
    floor, ceiling = int(document["floor"]), document["ceiling"]
    if ceiling is None:
        # Nothing to prove where there is no pair to improve, or no score above.
        return [] if not len(claim.mentee) or floor >= sweep.scale else ["no proof for the floor"]
    limits = limits_of(problem)
    reward = reward_of(problem.policy, sweep.scale, most_pairs_of(problem))
    above = _claim(problem, ceiling["pairs"], ceiling)
    proof = account(sweep, limits, reward.counting(floor + 1, sweep.scale), above)
    held = primal_value(limits, claim.mentee, claim.mentor, np.ones_like(claim.mentee), 1)
    if proof.faults or proof.bound >= held:
        return ["a better worst score is not ruled out"]
    return []
