"""Who offers, wants and gives each topic: lists that let a pass touch only pairs that trade."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem.tables import Tables

type Wide = NDArray[np.int64]
type Ints = NDArray[np.int32]


class Lists(NamedTuple):
    """Lists by key: entries `start[key]` to `start[key + 1]` of `who` and of `what`."""

    start: Wide
    who: Ints
    what: Ints


class Index(NamedTuple):
    """The lists of both exchanges, by topic and by the person who asks."""

    offered: Lists  # topic -> mentor, level
    wanted: Lists  # topic -> mentee, place in want_topic
    offers: Lists  # mentor -> topic, level
    given: Lists  # return topic -> mentee, (unused)
    hoped: Lists  # return topic -> mentor, place in back_topic
    gives: Lists  # mentee -> return topic, (unused)


def _lists(keys: Wide, who: Wide, what: Wide, size: int) -> Lists:
    order = np.lexsort((who, keys))
    start = np.searchsorted(keys[order], np.arange(size + 1))
    return Lists(start.astype(np.int64), who[order].astype(np.int32), what[order].astype(np.int32))


def index_of(t: Tables) -> Index:
    """The lists of a problem. Levels too low to earn anything anywhere are left out."""
    topics, returns = t.topics, t.returns
    earns = topics.want_gain.any(axis=(0, 1)) if topics.want_gain.size else np.zeros(9, bool)
    topic, mentor = np.nonzero(earns[topics.offer_level])
    level = topics.offer_level[topic, mentor].astype(np.int64)
    rows = len(topics.offer_level)
    mentee, place = np.nonzero(topics.want_topic < rows - 1)
    wanted = topics.want_topic[mentee, place].astype(np.int64)
    back_rows = len(returns.give)
    gift, giver = np.nonzero(returns.give)
    hoping, slot = np.nonzero(returns.back_topic < back_rows - 1)
    hoped = returns.back_topic[hoping, slot].astype(np.int64)
    m, n = t.shape
    return Index(
        offered=_lists(topic, mentor, level, rows),
        wanted=_lists(wanted, mentee, place, rows),
        offers=_lists(mentor, topic, level, n),
        given=_lists(gift, giver, gift, back_rows),
        hoped=_lists(hoped, hoping, slot, back_rows),
        gives=_lists(giver, gift, gift, m),
    )
