"""An answer as tables and in figures: what `viceversa match` writes and `verify` makes again."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from viceversa import engine
from viceversa.engine import (
    CertificateError,
    EngineError,
    Infeasible,
    Pair,
    Problem,
    ProblemError,
    Progress,
    Solution,
    Unmatched,
    restore,
    rules_for,
    solve,
)
from viceversa.matching.rules.openings import openings
from viceversa.matching.rules.records import Role
from viceversa.matching.rules.sentences import LeftOut, Teller, facts_of
from viceversa.people.rules.formulas import harmless

# What a door needs of the engine, which only matching may import.
__all__ = [
    "FORMAT",
    "MOST_IN_MATRIX",
    "CertificateError",
    "EngineError",
    "Infeasible",
    "Pair",
    "Problem",
    "ProblemError",
    "Progress",
    "Solution",
    "Total",
    "Unmatched",
    "certificate_json",
    "feasible",
    "left_out",
    "pairs_csv",
    "parts_of",
    "restore",
    "rules_for",
    "same_scores",
    "scheduler",
    "scores_npz",
    "sealed",
    "sha256",
    "solve",
    "total_of",
    "unmatched_csv",
]
FORMAT: Final = "viceversa-match/1"
MOST_IN_MATRIX: Final = 3_000


@dataclass(frozen=True, slots=True)
class Total:
    """Value and bound in units of fit, so that a perfect pair is worth 1.

    The reward for filled places and met minimums, which comes first in most objectives, is the
    same on both sides and is taken out: what remains is the sum that the objective maximises
    among all answers that fill as many places. `gap` is the whole number of the certificate.
    """

    value: float
    bound: float
    gap: int


@contextmanager
def scheduler(address: str | None) -> Iterator[engine.DaskScheduler | None]:
    """The cluster at an address while it is needed; None, which is this machine, without one.

    Raises `EngineError` where Dask is not installed or nobody answers.
    """
    if address is None:
        yield None
        return
    cluster = engine.DaskScheduler(address)
    try:
        yield cluster
    finally:
        cluster.close()


def total_of(solution: Solution) -> Total:
    """The proof in figures."""
    reward = solution.reward
    missed = int(solution.objective["minimums_missed"] or 0)
    first = reward.place * len(solution.pairs) - reward.minimum * missed
    return Total(
        (solution.value - first) / reward.top, (solution.bound - first) / reward.top, solution.gap
    )


def parts_of(pair: Pair) -> dict[str, tuple[float, float]]:
    """Criterion to (weight, earned), both as parts of a perfect fit of 1."""
    return {
        name: (part.weight_share, part.weight_share * part.earned)
        for name, part in pair.contributions.items()
    }


def pairs_csv(solution: Solution) -> bytes:
    """Mentor, mentee, score, then what the pair earns by each criterion, from 0 to 1."""
    header = ["mentor", "mentee", "score", *engine.CRITERIA]
    rows = [
        [
            harmless(pair.mentor),
            harmless(pair.mentee),
            f"{pair.score:.6f}",
            *(f"{pair.contributions[name].earned:.6f}" for name in engine.CRITERIA),
        ]
        for pair in solution.pairs
    ]
    return _csv(header, rows)


def unmatched_csv(told: Iterable[tuple[Unmatched, LeftOut]]) -> bytes:
    """Person, role, what is in the way, what would help."""
    rows = []
    for one, said in told:
        helps = " ".join(said.would_help)
        rows.append([harmless(one.person), one.role, harmless(said.in_the_way), harmless(helps)])
    return _csv(["person", "role", "reason", "remedy"], rows)


def left_out(solution: Solution, teller: Teller) -> list[tuple[Unmatched, LeftOut]]:
    """Everyone without a partner, with the words about them."""
    opened = openings(teller.roster, teller.policy, solution.unmatched)
    told = []
    for one in solution.unmatched:
        role: Role = "mentee" if one.role == "mentee" else "mentor"
        facts = facts_of(one, opened.get((one.person, role)))
        told.append((one, teller.left_out(one.person, role, one.reason, facts)))
    return told


def scores_npz(problem: Problem) -> bytes:
    """`mentors`, `mentees` and `scores` (mentees in rows, NaN where a rule forbids the pair)."""
    import numpy as np

    mentors, mentees, scores = engine.score_matrix(problem)
    file = io.BytesIO()
    np.savez_compressed(file, mentors=np.array(mentors), mentees=np.array(mentees), scores=scores)
    return file.getvalue()


def same_scores(content: bytes, problem: Problem) -> bool:
    """Whether a `scores.npz` holds the scores of this problem."""
    import numpy as np

    mentors, mentees, scores = engine.score_matrix(problem)
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            return (
                held["mentors"].tolist() == mentors
                and held["mentees"].tolist() == mentees
                and np.array_equal(held["scores"], scores, equal_nan=True)
            )
    except (ValueError, KeyError, OSError, EOFError):
        return False


def feasible(problem: Problem) -> int | None:
    """How many pairs no rule forbids; None beyond the size that is counted one by one."""
    if max(problem.shape, default=0) > MOST_IN_MATRIX:
        return None
    import numpy as np

    return int(np.count_nonzero(~np.isnan(engine.score_matrix(problem)[2])))


def sha256(content: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def sealed(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with a checksum of all the rest: a slip of the pen is noticed at once.

    It is no signature. Against intent, `verify` recomputes everything that the document claims.
    """
    content = {key: value for key, value in document.items() if key != "checksum"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return {**content, "checksum": sha256(text.encode())}


def certificate_json(document: Mapping[str, Any]) -> bytes:
    """The certificate as a file."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
