"""The reporting tree as a mapping from each key to the key above it."""

from collections.abc import Hashable, Iterable, Mapping


def cycles[K: Hashable](parents: Mapping[K, K]) -> list[list[K]]:
    """Return every circle of the line, each from its first key in the order of `parents`.

    A key missing from `parents` is a top. Someone who is their own manager is a circle of one.
    Linear in the number of people.
    """
    found: list[list[K]] = []
    done: set[K] = set()
    for start in parents:
        path: dict[K, int] = {}
        at = start
        while at in parents and at not in done and at not in path:
            path[at] = len(path)
            at = parents[at]
        if at in path:
            found.append(list(path)[path[at] :])
        done.update(path)
    return found


def depths[K: Hashable](parents: Mapping[K, K], people: Iterable[K]) -> dict[K, int]:
    """Return how many steps each of `people` is below a top, tops being 0.

    `parents` has no circles (see `cycles`).
    """
    depth: dict[K, int] = {}
    for person in people:
        path: list[K] = []
        at = person
        while at not in depth and at in parents:
            path.append(at)
            at = parents[at]
        base = depth.setdefault(at, 0)
        for step, key in enumerate(reversed(path), start=1):
            depth[key] = base + step
    return depth


def below[K: Hashable](parents: Mapping[K, K], roots: set[K], people: Iterable[K]) -> set[K]:
    """Return the people whose line upwards passes through one of `roots`, roots included."""
    inside: dict[K, bool] = dict.fromkeys(roots, True)
    for person in people:
        path: list[K] = []
        at = person
        while at not in inside and at in parents:
            path.append(at)
            at = parents[at]
        answer = inside.setdefault(at, False)
        inside.update(dict.fromkeys(path, answer))
    return {person for person, answer in inside.items() if answer}
