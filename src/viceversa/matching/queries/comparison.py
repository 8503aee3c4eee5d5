"""The current answer of a round beside the one before: who moved, and what it did to the fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa.matching.models import Answer, Round
from viceversa.matching.rules.difference import compare
from viceversa.programmes.models import Enrolment
from viceversa.programmes.rules.policy import read as read_policy


@dataclass(frozen=True, slots=True)
class Move:
    """A mentee whose mentors changed; fits are of the best pair, None where there was none."""

    mentee: Enrolment
    before: Sequence[Enrolment]
    now: Sequence[Enrolment]
    fit_before: float | None
    fit_now: float | None


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A key of the policy that differs: `weights.topics`, before, now."""

    key: str
    before: object
    now: object


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two answers of one round; `comparable` is false where different weights make the totals
    two different measures.
    """

    kept: int
    gone: int
    come: int
    total_before: float
    total_now: float
    moves: Sequence[Move]
    policy: Sequence[PolicyChange]

    @property
    def comparable(self) -> bool:
        """Whether both totals were measured with the same weights."""
        return not any(change.key.startswith(("weights", "rules")) for change in self.policy)


def comparison(round: Round) -> Comparison | None:
    """Return what the last solving changed, or None where there was only one."""
    answers = list(Answer.objects.filter(round=round).defer("problem", "certificate")[:2])
    if len(answers) < 2:
        return None
    now, before = answers
    difference = compare(before.pairs, now.pairs)
    keys = {key for move in difference.moved for key in (move[0], *move[1], *move[2])}
    people = _enrolments(keys)
    return Comparison(
        kept=difference.kept,
        gone=len(difference.gone),
        come=len(difference.come),
        total_before=difference.total_before,
        total_now=difference.total_now,
        moves=[
            Move(
                people[mentee],
                [people[key] for key in was],
                [people[key] for key in has],
                fit_before,
                fit_now,
            )
            for mentee, was, has, fit_before, fit_now in difference.moved
        ],
        policy=_policy_changes(before.policy, now.policy),
    )


def _policy_changes(before: dict[str, object], now: dict[str, object]) -> list[PolicyChange]:
    old, new = _flat(before), _flat(now)
    return [PolicyChange(key, old[key], new[key]) for key in old if old[key] != new[key]]


def _flat(policy: dict[str, object]) -> dict[str, object]:
    """`{"weights": {"topics": …}}` as `{"weights.topics": …}`, every key present."""
    flat: dict[str, object] = {}
    for key, value in read_policy(policy).write().items():
        if isinstance(value, dict) and key != "levels":
            flat |= {f"{key}.{inner}": each for inner, each in value.items()}
        else:
            flat[key] = value
    return {"levels": {}, **flat}


def _enrolments(keys: set[int]) -> dict[int, Enrolment]:
    found: dict[int, Enrolment] = {}
    ordered = sorted(keys)
    for start in range(0, len(ordered), 500):
        rows = Enrolment.objects.select_related("person")
        found |= {row.pk: row for row in rows.filter(pk__in=ordered[start : start + 500])}
    return found
