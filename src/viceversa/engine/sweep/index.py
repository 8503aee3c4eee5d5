"""Who offers, wants and gives each topic: lists that let a pass touch only pairs that trade."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.feasibility import rules
from viceversa.engine.problem import UNIT
from viceversa.engine.problem.tables import Tables
from viceversa.engine.scoring import language

type Wide = NDArray[np.int64]
type Ints = NDArray[np.int32]

# More classes of languages than this are not told apart by the quick look at a pair.
MOST_CLASSES = 300


class Lists(NamedTuple):
    """Lists by key: entries `start[key]` to `start[key + 1]` of `who` and of `what`."""

    start: Wide
    who: Ints
    what: Ints


class Tongues(NamedTuple):
    """What people earn by language, by who speaks the same: (k,) the class, (classes, others).

    -1 where the two may not be paired for their languages.
    """

    group: Ints
    earned: NDArray[np.int16]


class Index(NamedTuple):
    """The lists of both exchanges, by topic and by the person who asks; languages by class."""

    offered: Lists  # topic -> mentor, level
    wanted: Lists  # topic -> mentee, place in want_topic
    wanted_gain: Ints  # (9, entries of wanted): what each level earns
    offers: Lists  # mentor -> topic, level
    given: Lists  # return topic -> mentee, (unused)
    hoped: Lists  # return topic -> mentor, place in back_topic
    hoped_gain: Ints  # (entries of hoped,)
    gives: Lists  # mentee -> return topic, (unused)
    mentee_tongues: Tongues
    mentor_tongues: Tongues


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
    wanting = _lists(wanted, mentee, place, rows)
    hopes = _lists(hoped, hoping, slot, back_rows)
    return Index(
        offered=_lists(topic, mentor, level, rows),
        wanted=wanting,
        # In the order of the lists, so that the passes read them one after the other.
        wanted_gain=np.ascontiguousarray(topics.want_gain[wanting.who, wanting.what].T),
        offers=_lists(mentor, topic, level, n),
        given=_lists(gift, giver, gift, back_rows),
        hoped=hopes,
        hoped_gain=returns.back_gain[hopes.who, hopes.what],
        gives=_lists(giver, gift, gift, m),
        mentee_tongues=_tongues(t, by_mentor=False),
        mentor_tongues=_tongues(t, by_mentor=True),
    )


def _tongues(t: Tables, *, by_mentor: bool) -> Tongues:
    """Each class of people who speak the same, beside everybody of the other side."""
    m, n = t.shape
    spoken = t.languages
    own = (spoken.tongues_mentee, spoken.first_mentee, spoken.speaks_mentee[None, :])
    if by_mentor:
        own = (spoken.tongues_mentor, spoken.first_mentor, spoken.speaks_mentor[None, :])
    facts = np.concatenate([part.astype(np.uint64) for part in own])
    _, one, group = np.unique(facts, axis=1, return_index=True, return_inverse=True)
    group = group.reshape(-1)
    if len(one) > MOST_CLASSES:
        # Too many to list: the most that anybody can earn bounds them all.
        most = np.full((1, m if by_mentor else n), UNIT, dtype=np.int16)
        return Tongues(np.zeros(len(group), dtype=np.int32), most)
    everybody = np.arange(m if by_mentor else n)[None, :]
    i, j = (everybody, one[:, None]) if by_mentor else (one[:, None], everybody)
    earned = language(spoken, i, j)
    forbidden = rules.no_common_language(spoken, i, j) | ((earned == 0) & bool(t.musts[2]))
    table = np.where(forbidden, -1, earned).astype(np.int16)
    return Tongues(group.astype(np.int32), np.ascontiguousarray(table))
