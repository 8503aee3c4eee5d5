"""All columns of a problem put together."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .exchange_columns import return_columns, topic_columns
from .model import Ban, Participant, Person, Pin, Policy
from .people_columns import language_columns, line_columns, place_columns, standing_columns
from .tables import (
    Forbidden,
    Languages,
    Lines,
    Named,
    Places,
    Returns,
    Standing,
    Styles,
    Tables,
    Topics,
    Waits,
    Week,
)
from .week import week_bits
from .wish_columns import (
    forbidden_columns,
    forbidden_pairs,
    personal_columns,
    preference_columns,
)

GROUPS: dict[str, Any] = {
    "topics": Topics,
    "returns": Returns,
    "languages": Languages,
    "week": Week,
    "places": Places,
    "named": Named,
    "waits": Waits,
    "styles": Styles,
    "standing": Standing,
    "lines": Lines,
}
# Siblings' reports need the manager's manager even where the line itself is cut shorter.
SHORTEST_LINE = 2


def tables_of(
    people: Mapping[str, Person],
    sides: tuple[Sequence[Participant], Sequence[Participant]],
    where: tuple[Mapping[str, int], Mapping[str, int]],
    policy: Policy,
    pins: Sequence[Pin],
    bans: Sequence[Ban],
) -> Tables:
    """The columns; `sides` and `where` hold the mentees first, then the mentors."""
    mentees, mentors = sides
    rules = policy.rules
    depth = max(rules.line_depth, SHORTEST_LINE)
    columns: dict[str, Any] = {
        **_exchange(mentees, mentors, rules.mentor_level),
        **language_columns(people, sides),
        **_week(mentees, mentors),
        **place_columns(people, sides),
        **preference_columns(sides, where),
        **personal_columns(sides),
        **standing_columns(people, sides),
        **line_columns(people, sides, depth),
        **_numbers(policy),
    }
    grouped = {
        name: group(**{field: columns[field] for field in group._fields})
        for name, group in GROUPS.items()
    }
    forbidden = forbidden_of(sides, where, policy, pins, bans)
    return Tables(
        **grouped, forbidden=forbidden, weights=columns["weights"], musts=columns["musts"]
    )


def forbidden_of(
    sides: tuple[Sequence[Participant], Sequence[Participant]],
    where: tuple[Mapping[str, int], Mapping[str, int]],
    policy: Policy,
    pins: Sequence[Pin],
    bans: Sequence[Ban],
) -> Forbidden:
    """The pairs forbidden by name: the only columns that the coordinator's edits touch."""
    counts = policy.rules.previous == "exclude"
    pairs = forbidden_pairs(sides, where, pins, bans, previous_counts=counts)
    columns: dict[str, Any] = {**forbidden_columns(pairs, len(sides[0]))}
    return Forbidden(**columns)


def _exchange(
    mentees: Sequence[Participant], mentors: Sequence[Participant], threshold: int
) -> dict[str, Any]:
    topics = topic_columns(mentees, mentors, threshold)
    back = return_columns(mentees, mentors)
    names = ("want_neutral", "want_topic", "want_gain", "offer_level")
    back_names = ("back_neutral", "back_topic", "back_gain", "give")
    return dict(zip(names, topics, strict=True)) | dict(zip(back_names, back, strict=True))


def _week(mentees: Sequence[Participant], mentors: Sequence[Participant]) -> dict[str, Any]:
    free_mentee, free_mentor, minutes = week_bits(
        [p.windows for p in mentees], [p.windows for p in mentors]
    )
    return {
        "free_mentee": free_mentee,
        "free_mentor": free_mentor,
        "slot_minutes": minutes,
        "timed_mentee": np.array([1 if p.windows else 0 for p in mentees], dtype=np.int32),
        "timed_mentor": np.array([1 if p.windows else 0 for p in mentors], dtype=np.int32),
    }


def _numbers(policy: Policy) -> dict[str, Any]:
    rules = policy.rules
    return {
        "weights": np.array(policy.weights.numbers(), dtype=np.int64),
        "musts": np.array(policy.weights.musts(), dtype=np.uint8),
        "minimum_step": rules.minimum_step,
        "line_depth": rules.line_depth,
        "siblings": int(rules.siblings_reports),
        "same_unit": int(rules.same_unit == "exclude"),
        "need_language": int(policy.weights.language != "off"),
        "minimum_overlap": rules.minimum_overlap,
    }
