"""Columns of what is wanted and given: topics one way, the return the other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .columns import codes_of, padded, shares
from .model import Participant, Wish
from .tables import HALF, UNIT

HIGHEST_LEVEL = 8


def best(wishes: Sequence[Wish]) -> dict[str, int]:
    """A wish list as a mapping in order of topic; the higher value of a topic named twice."""
    values: dict[str, int] = {}
    for wish in wishes:
        values[wish.topic] = max(wish.value, values.get(wish.topic, 0))
    return dict(sorted(values.items()))


def gain(share: int, level: int, own: int, threshold: int) -> int:
    """What a mentor at `level` earns of a topic's `share` for a mentee at level `own`.

    Nothing below the threshold; otherwise how far the mentor exceeds the mentee, as a part of
    how far anyone could: (level - own) / (8 - own). A mentee's own level is 0 unless they also
    give the topic back.
    """
    if level < threshold or level <= own:
        return 0
    return share * (level - own) // (HIGHEST_LEVEL - own)


def topic_columns(
    mentees: Sequence[Participant], mentors: Sequence[Participant], threshold: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    """`want_neutral`, `want_topic`, `want_gain`, `offer_level` of the tables."""
    offers = [best(mentor.offers) for mentor in mentors]
    wants = [best(mentee.wants) for mentee in mentees]
    traded = {t for own in wants for t in own} & {t for own in offers for t in own}
    codes = codes_of(traded)
    level = np.zeros((len(codes) + 1, len(mentors)), dtype=np.uint8)
    for j, own in enumerate(offers):
        for topic, value in own.items():
            if topic in codes:
                level[codes[topic], j] = value
    places = padded([[codes.get(t, len(codes)) for t in own] for own in wants], len(codes))
    earned = np.zeros((*places.shape, HIGHEST_LEVEL + 1), dtype=np.int32)
    for i, own in enumerate(wants):
        if own:
            known = best(mentees[i].offers)
            for k, (name, share) in enumerate(
                zip(own, shares(list(own.values()), UNIT), strict=True)
            ):
                earned[i, k] = [
                    gain(share, value, known.get(name, 0), threshold)
                    for value in range(HIGHEST_LEVEL + 1)
                ]
    neutral = np.array([0 if own else HALF for own in wants], dtype=np.int32)
    return neutral, places, earned, level


def return_columns(
    mentees: Sequence[Participant], mentors: Sequence[Participant]
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    """`back_neutral`, `back_topic`, `back_gain`, `give` of the tables."""
    wants = [best(mentor.wants) for mentor in mentors]
    given = [best(mentee.offers) for mentee in mentees]
    codes = codes_of({t for own in wants for t in own} & {t for own in given for t in own})
    give = np.zeros((len(codes) + 1, len(mentees)), dtype=np.uint8)
    for i, own in enumerate(given):
        for topic in own:
            if topic in codes:
                give[codes[topic], i] = 1
    places = padded([[codes.get(t, len(codes)) for t in own] for own in wants], len(codes))
    parts = padded([shares(list(own.values()), UNIT) if own else [] for own in wants], 0)
    neutral = np.array([0 if own else HALF for own in wants], dtype=np.int32)
    return neutral, places, parts, give
