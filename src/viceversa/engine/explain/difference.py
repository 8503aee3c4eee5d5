"""What changes from one answer to another, in pairs, people and objective."""

from dataclasses import dataclass

from viceversa.engine.solvers import Pair, Solution


@dataclass(frozen=True, slots=True)
class Difference:
    """From `before` to `after`: pairs kept, lost, gained; people newly with or without a partner.

    `pairs`, `total`, `minimums_missed`: changes of the objective's figures; `mean` and `worst`
    before and after are in the two solutions themselves.
    """

    kept: int
    lost: tuple[Pair, ...]
    gained: tuple[Pair, ...]
    now_paired: tuple[tuple[str, str], ...]  # (role, person)
    now_without: tuple[tuple[str, str], ...]
    pairs: int
    total: float
    minimums_missed: int


def difference(before: Solution, after: Solution) -> Difference:
    """Compare two answers, to the same question or to a changed one."""
    old = {(pair.mentor, pair.mentee): pair for pair in before.pairs}
    new = {(pair.mentor, pair.mentee): pair for pair in after.pairs}
    had, has = _people(old), _people(new)
    figures = [
        float(after.objective[key] or 0) - float(before.objective[key] or 0)
        for key in ("pairs", "total", "minimums_missed")
    ]
    return Difference(
        kept=len(old.keys() & new.keys()),
        lost=tuple(pair for key, pair in old.items() if key not in new),
        gained=tuple(pair for key, pair in new.items() if key not in old),
        now_paired=tuple(sorted(has - had)),
        now_without=tuple(sorted(had - has)),
        pairs=int(figures[0]),
        total=figures[1],
        minimums_missed=int(figures[2]),
    )


def _people(pairs: dict[tuple[str, str], Pair]) -> set[tuple[str, str]]:
    return {("mentor", m) for m, _ in pairs} | {("mentee", i) for _, i in pairs}
