"""What a coordinator should look at before publishing, pair by pair."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

# A pair this far below the middle of the round deserves a look, whatever the weights.
FAR_BELOW = 0.25
# Below this nobody would call it a fit, however the others fare.
SLIGHT = 0.4


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked of a pair: `gives`, `returns` are topic codes, `broken` the rules set aside."""

    score: float
    gives: Sequence[str]
    returns: Sequence[str]
    broken: Collection[str] = ()


def flags(pair: Facts, median: float) -> list[str]:
    """Return the reasons to look at a pair, the gravest first; most pairs have none.

    `rule-set-aside`: a pin overrides a hard rule. `nothing-given`, `nothing-returned`: one lane of
    the exchange is empty. `slight-fit`: the score is under `SLIGHT`, or `FAR_BELOW` under the
    median of the round.
    """
    found = []
    if pair.broken:
        found.append("rule-set-aside")
    if not pair.gives:
        found.append("nothing-given")
    if not pair.returns:
        found.append("nothing-returned")
    if pair.score < max(SLIGHT, median - FAR_BELOW):
        found.append("slight-fit")
    return found
