"""Seniority from the reporting tree, where no column and no table of grades gives it."""

from collections.abc import Collection, Hashable, Mapping

from viceversa.people.rules.tree import below, depths


def levels_from_tree[K: Hashable](
    parents: Mapping[K, K], people: Collection[K], unknown: Collection[K] = ()
) -> dict[K, int]:
    """Return a level for everybody whose line upwards is complete.

    The deepest people of the tree have level 1 and each step up adds one, so that two people at the
    same distance from the top have the same level. `unknown` are people whose manager cannot be
    found: they and everybody below them get no level, since their distance from the top is unknown.
    """
    doubtful = below(parents, set(unknown), people)
    depth = depths(parents, [person for person in people if person not in doubtful])
    deepest = max(depth.values(), default=0)
    return {person: deepest - steps + 1 for person, steps in depth.items()}
