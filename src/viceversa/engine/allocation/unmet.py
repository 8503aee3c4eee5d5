"""Which minimums cannot be met together, and why: the set that is short, in numbers."""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.problem import Infeasible

from .grouped import GroupLimit

type Wide = NDArray[np.int64]

SHOWN = 8


def unmet(matrix: Wide, left: Limits, pairs: Wide, limit: GroupLimit | None) -> Infeasible:
    """The error for an allocation that meets as many minimums as can be met, and not all.

    Starting at somebody short, follow allowed cells to the other side and chosen ones back:
    nobody met on the way has one to spare, or it would have been given. So all of them together
    want more than there is.
    """
    for name, other, view, fewest, chosen in (
        ("row", "column", matrix, left.mentee_min, pairs),
        ("column", "row", matrix.T, left.mentor_min, pairs[:, ::-1]),
    ):
        counts = np.bincount(chosen[:, 0], minlength=len(fewest))
        short = np.flatnonzero(counts < fewest)
        if len(short):
            own, others = _closure(view, chosen, int(short[0]))
            wanted, places = int(fewest[own].sum()), int(counts[own].sum())
            demands = tuple(f"{name} {p}" for p in own)
            listed = ", ".join(demands[:SHOWN]) + (" …" if len(demands) > SHOWN else "")
            shared = ", ".join(str(q) for q in others[:SHOWN]) + (
                " …" if len(others) > SHOWN else ""
            )
            reason = (
                f"{listed} want at least {wanted} in all, but at most {places} can be met: "
                f"allowed for them are only {other}s {shared or 'none'}"
                f"{', under the group limit' if limit else ''}. "
                "Lower a minimum, add places there, or allow more pairs."
            )
            return Infeasible(reason, demands, places, wanted)
    raise AssertionError("nobody is short")


def _closure(view: Wide, chosen: Wide, start: int) -> tuple[list[int], list[int]]:
    """Everyone who shares places with `start`, and all places allowed for any of them."""
    partners: dict[int, list[int]] = {}
    for p, q in chosen.tolist():
        partners.setdefault(q, []).append(p)
    own, reached, todo = {start}, set[int](), [start]
    while todo:
        at = todo.pop()
        for q in np.flatnonzero(view[at] >= 0).tolist():
            # A cell can be taken once: what `at` has already is no way to more.
            if q not in reached and at not in partners.get(q, []):
                reached.add(q)
                fresh = [p for p in partners.get(q, []) if p not in own]
                own.update(fresh)
                todo.extend(fresh)
    allowed = (view[sorted(own)] >= 0).any(axis=0)
    return sorted(own), np.flatnonzero(allowed).tolist()
