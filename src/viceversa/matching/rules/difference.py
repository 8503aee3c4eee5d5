"""Two answers of one round side by side: which pairs went, which came, what it did to the fit."""

from collections.abc import Sequence
from dataclasses import dataclass

type Scored = tuple[int, int, float]  # mentor enrolment, mentee enrolment, score


@dataclass(frozen=True, slots=True)
class Difference:
    """Pairs by enrolment keys.

    `moved` holds, for each mentee whose mentors changed, (mentee, mentors before, mentors now, best
    score before, best score now); a score is None where there was nobody.
    """

    kept: int
    gone: tuple[tuple[int, int], ...]
    come: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, tuple[int, ...], tuple[int, ...], float | None, float | None], ...]
    total_before: float
    total_now: float


def compare(before: Sequence[Scored], now: Sequence[Scored]) -> Difference:
    """Return what changed from one answer to the next, mentees in the order of their keys."""
    old, new = {(m, e): s for m, e, s in before}, {(m, e): s for m, e, s in now}
    gone = tuple(sorted(old.keys() - new.keys()))
    come = tuple(sorted(new.keys() - old.keys()))
    moved = []
    for mentee in sorted({pair[1] for pair in (*gone, *come)}):
        was = {m: s for (m, e), s in old.items() if e == mentee}
        has = {m: s for (m, e), s in new.items() if e == mentee}
        moved.append(
            (
                mentee,
                tuple(sorted(was)),
                tuple(sorted(has)),
                max(was.values(), default=None),
                max(has.values(), default=None),
            )
        )
    return Difference(
        kept=len(old.keys() & new.keys()),
        gone=gone,
        come=come,
        moved=tuple(moved),
        total_before=sum(old.values()),
        total_now=sum(new.values()),
    )
