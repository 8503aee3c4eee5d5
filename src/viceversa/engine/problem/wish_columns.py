"""Columns about who wishes for whom: preferences, waiting, style, pairs forbidden by name."""

from collections.abc import Mapping, Sequence
from itertools import chain as concatenated

import numpy as np
from numpy.typing import NDArray

from .columns import padded
from .model import Ban, Participant, Pin
from .tables import BANNED, EXCLUDED, HALF, PINNED, PREVIOUS, QUARTER, UNIT

NAMED_AT_MOST = 5
LONGEST_WAIT = 3

type Side = Sequence[Participant]
type Positions = Mapping[str, int]


def preference_columns(
    sides: tuple[Side, Side], where: tuple[Positions, Positions]
) -> dict[str, NDArray[np.generic]]:
    """Positions of the first five people named; whoever named nobody present is content."""
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side, other in zip(("mentee", "mentor"), sides, reversed(where), strict=True):
        named = [
            [other[id_] for id_ in dict.fromkeys(p.prefers[:NAMED_AT_MOST]) if id_ in other]
            for p in side
        ]  # whoever is named twice counts once
        columns[f"named_by_{name}"] = padded(named, -1)
        columns[f"content_{name}"] = np.array(
            [0 if own else QUARTER for own in named], dtype=np.int32
        )
    return columns


def personal_columns(sides: tuple[Side, Side]) -> dict[str, NDArray[np.generic]]:
    """Rounds waited (three and more count alike) and working style."""
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side in zip(("mentee", "mentor"), sides, strict=True):
        columns[f"waited_{name}"] = np.array(
            [HALF * min(p.waiting, LONGEST_WAIT) // LONGEST_WAIT for p in side], dtype=np.int32
        )
        columns[f"style_{name}"] = np.array(
            [-1 if p.style is None else round(p.style * UNIT) for p in side], dtype=np.int32
        )
    return columns


def forbidden_pairs(
    sides: tuple[Side, Side],
    where: tuple[Positions, Positions],
    pins: Sequence[Pin],
    bans: Sequence[Ban],
    *,
    previous_counts: bool,
) -> dict[tuple[int, int], int]:
    """Kinds (bits) of each pair of positions forbidden by name; a list of one side binds both."""
    mentees, mentors = where
    forbidden: dict[tuple[int, int], int] = {}

    def forbid(mentee: int | None, mentor: int | None, kind: int) -> None:
        if mentee is not None and mentor is not None:
            forbidden[mentee, mentor] = forbidden.get((mentee, mentor), 0) | kind

    kinds = ((EXCLUDED, "excludes"), (PREVIOUS, "previous"))
    for kind, attribute in kinds if previous_counts else kinds[:1]:
        for p in concatenated(*sides):
            for other in getattr(p, attribute):
                # What a person says holds in whichever role the two of them appear.
                forbid(mentees.get(p.person), mentors.get(other), kind)
                forbid(mentees.get(other), mentors.get(p.person), kind)
    for edits, kind in ((bans, BANNED), (pins, PINNED)):
        for edit in edits:
            forbid(mentees[edit.mentee], mentors[edit.mentor], kind)
    return forbidden


def forbidden_columns(
    forbidden: Mapping[tuple[int, int], int], mentees: int
) -> dict[str, NDArray[np.generic]]:
    """The forbidden pairs by mentee: where each mentee's list starts, mentors in order, kinds."""
    pairs = sorted(forbidden)
    counts = np.bincount([i for i, _ in pairs], minlength=mentees) if pairs else np.zeros(mentees)
    return {
        "forbid_start": np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        "forbid_mentor": np.array([j for _, j in pairs], dtype=np.int32),
        "forbid_kind": np.array([forbidden[pair] for pair in pairs], dtype=np.int32),
    }
