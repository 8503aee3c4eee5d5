"""One proof: chosen pairs and prices against all pairs of a problem."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.scoring import Reward
from viceversa.engine.sweep import Query, Sweep

from .bound import dual_bound, primal_value
from .limits import Limits

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class Claim:
    """What is claimed to be best: chosen pairs (positions, one entry a pair) and prices."""

    mentee: Wide
    mentor: Wide
    mentee_prices: Wide
    mentor_prices: Wide


@dataclass(frozen=True)
class Account:
    """What the claim comes to: value, proven bound, and what is wrong with it."""

    value: int
    bound: int
    faults: tuple[str, ...]


def account(sweep: Sweep, limits: Limits, reward: Reward, claim: Claim) -> Account:
    """Check the claim against every pair and add it up."""
    scores = sweep.of(claim.mentee, claim.mentor)
    faults: list[str] = []
    forbidden = int((scores < max(reward.floor, 0)).sum())
    if forbidden:
        faults.append(f"{forbidden} chosen pair(s) are not allowed")
        scores = np.maximum(scores, 0)
    faults += _limit_faults(limits, claim)
    lowest = min(claim.mentee_prices.min(initial=0), claim.mentor_prices.min(initial=0))
    if lowest < -reward.minimum:
        faults.append("a price is below what a minimum is worth")
    worth = reward.of(scores)
    surplus = np.maximum(
        worth - claim.mentee_prices[claim.mentee] - claim.mentor_prices[claim.mentor], 0
    )
    faults += _better_pairs(sweep, limits, reward, claim)
    return Account(
        primal_value(limits, claim.mentee, claim.mentor, worth, reward.minimum),
        dual_bound(limits, claim.mentee_prices, claim.mentor_prices, int(surplus.sum())),
        tuple(faults),
    )


def _limit_faults(limits: Limits, claim: Claim) -> list[str]:
    faults = []
    width = len(limits.mentor_max)
    if len(np.unique(claim.mentee * width + claim.mentor)) < len(claim.mentee):
        faults.append("a pair is chosen twice")
    for name, chosen, most in (
        ("mentees", claim.mentee, limits.mentee_max),
        ("mentors", claim.mentor, limits.mentor_max),
    ):
        beyond = int((np.bincount(chosen, minlength=len(most)) > most).sum())
        if beyond:
            faults.append(f"{beyond} {name} have more partners than places")
    return faults


def _better_pairs(sweep: Sweep, limits: Limits, reward: Reward, claim: Claim) -> list[str]:
    """Pairs not chosen that are worth more than their prices: with any, nothing is proven."""
    # A chosen pair may exceed its prices (its surplus is in the bound): leave those room.
    keep = 1 + int(limits.mentee_max.max(initial=0))
    found = sweep.best(Query(claim.mentee_prices, claim.mentor_prices, reward, keep))
    width = sweep.shape[1]
    chosen = claim.mentee * width + claim.mentor
    # Sorting is much quicker here than NumPy's hashing.
    new = ~np.isin(found.mentee * width + found.mentor, chosen, kind="sort")
    if new.any():
        return [f"{int(new.sum())} pair(s) are worth more than the prices of the two people"]
    return []
