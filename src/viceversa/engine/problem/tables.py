"""The columns of a problem: whole numbers in arrays, the only thing the formulas ever see.

Criteria and rules are written once, as arithmetic on these columns with a mentee's position `i`
and a mentor's position `j`. With two broadcast index arrays they give a block of pairs (NumPy);
with two numbers, compiled by Numba, they give one pair. Whole numbers make both agree exactly.

Sizes: m mentees, n mentors. Positions follow the ids in order, never the order of the input.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# A criterion is worth between 0 and UNIT; what somebody has not declared counts as half.
UNIT = 10_000
HALF = UNIT // 2
QUARTER = UNIT // 4
LEVEL_UNKNOWN = -(2**30)
# Kinds of a forbidden pair, as bits. A pinned pair is chosen already and not to be found again.
PREVIOUS, EXCLUDED, BANNED, PINNED = 1, 2, 4, 8
# Readiness, as bits: both set means that the person may be paired.
ELIGIBLE, WILLING = 1, 2

type Ints = NDArray[np.int32]
type Wide = NDArray[np.int64]
type Words = NDArray[np.uint64]
type Bytes = NDArray[np.uint8]
# A position (int) when compiled, an array of positions when broadcast; the formulas serve both.
type Position = Any
type Amount = Any


class Topics(NamedTuple):
    """What is wanted and shared. want_topic (m, K) names rows of offer_level; row T is always 0."""

    want_neutral: Ints  # (m,)
    want_topic: Ints
    want_gain: Ints  # (m, K, 9): what a mentor's level 0..8 earns
    offer_level: Bytes  # (T + 1, n)


class Returns(NamedTuple):
    """What is given in return. back_topic (n, L) names rows of give; row S is always 0."""

    back_neutral: Ints  # (n,)
    back_topic: Ints
    back_gain: Ints  # (n, L)
    give: Bytes  # (S + 1, m)


class Languages(NamedTuple):
    """Bit sets over words, (W, m) and (W, n); first_… has the preferred language only."""

    tongues_mentee: Words
    tongues_mentor: Words
    first_mentee: Words
    first_mentor: Words
    speaks_mentee: Ints  # 1 where declared
    speaks_mentor: Ints
    need_language: int


class Week(NamedTuple):
    """Bit sets over stretches of the week; a bit of word w lasts slot_minutes[w]."""

    free_mentee: Words
    free_mentor: Words
    slot_minutes: Wide
    timed_mentee: Ints  # 1 where declared
    timed_mentor: Ints
    minimum_overlap: int


class Places(NamedTuple):
    """Codes of top unit, whole unit and site; -1 where not declared."""

    top_mentee: Ints
    top_mentor: Ints
    leaf_mentee: Ints
    leaf_mentor: Ints
    site_mentee: Ints
    site_mentor: Ints
    same_unit: int  # 1: pairs within one unit are excluded


class Named(NamedTuple):
    """Positions of the people named, -1 beyond the last; content_…: what naming nobody adds."""

    named_by_mentee: Ints  # (m, P)
    named_by_mentor: Ints  # (n, P)
    content_mentee: Ints
    content_mentor: Ints


class Waits(NamedTuple):
    """Each side's part of the criterion."""

    waited_mentee: Ints
    waited_mentor: Ints


class Styles(NamedTuple):
    """Working style, 0 to UNIT; -1 where not declared."""

    style_mentee: Ints
    style_mentor: Ints


class Standing(NamedTuple):
    """Who it is, whether they may and want to take part, how senior they are."""

    person_mentee: Ints
    person_mentor: Ints
    ready_mentee: Ints
    ready_mentor: Ints
    level_mentee: Ints
    level_mentor: Ints
    minimum_step: int


class Lines(NamedTuple):
    """Person codes up the reporting line: oneself, the manager, the next manager …; then -1."""

    line_mentee: Ints  # (m, D + 1)
    line_mentor: Ints
    chained_mentee: Ints  # 1 where the line manager is known (or there is none)
    chained_mentor: Ints
    line_depth: int
    siblings: int


class Forbidden(NamedTuple):
    """Pairs forbidden by name: where each mentee's list starts, mentors in order, kinds."""

    forbid_start: Wide  # (m + 1,)
    forbid_mentor: Ints
    forbid_kind: Ints


class Tables(NamedTuple):
    """All columns, grouped by the formulas that read them.

    Arrays named `…_mentee` have m entries, `…_mentor` n, on the last axis unless said otherwise.
    """

    topics: Topics
    returns: Returns
    languages: Languages
    week: Week
    places: Places
    named: Named
    waits: Waits
    styles: Styles
    standing: Standing
    lines: Lines
    forbidden: Forbidden
    weights: Wide  # (8,)
    musts: Bytes  # (8,)

    @property
    def shape(self) -> tuple[int, int]:
        """How many mentees and mentors."""
        return len(self.standing.level_mentee), len(self.standing.level_mentor)
