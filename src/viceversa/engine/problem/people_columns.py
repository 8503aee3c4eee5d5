"""Columns about the person: languages, unit and site, line, level, readiness."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .columns import bit_sets, codes_of
from .model import Participant, Person
from .tables import ELIGIBLE, LEVEL_UNKNOWN, WILLING

type People = Mapping[str, Person]
type Side = Sequence[Participant]


def language_columns(people: People, sides: tuple[Side, Side]) -> dict[str, NDArray[np.generic]]:
    """Bit sets of the languages and of the preferred language, and who declared any."""
    spoken = [[people[p.person].languages for p in side] for side in sides]
    codes = codes_of(code for side in spoken for own in side for code in own)
    places = {code: code for code in codes.values()}
    words = (len(codes) + 63) // 64
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side in zip(("mentee", "mentor"), spoken, strict=True):
        numbers = [[codes[code] for code in own] for own in side]
        columns[f"tongues_{name}"] = bit_sets(numbers, places, words)
        columns[f"first_{name}"] = bit_sets([own[:1] for own in numbers], places, words)
        columns[f"speaks_{name}"] = np.array([1 if own else 0 for own in side], dtype=np.int32)
    return columns


def common_root(people: People) -> int:
    """How many leading parts all declared unit paths share: the organisation's own name, mostly.

    At least one part of every path is left standing.
    """
    paths = [person.unit for person in people.values() if person.unit]
    if not paths:
        return 0
    low, high = min(paths), max(paths)
    depth = 0
    while depth < min(map(len, paths)) - 1 and low[depth] == high[depth]:
        depth += 1
    return depth


def place_columns(people: People, sides: tuple[Side, Side]) -> dict[str, NDArray[np.generic]]:
    """Codes of the top unit (below the common root), the whole unit path and the site."""
    root = common_root(people)
    units = sorted({person.unit for person in people.values() if person.unit})
    leaf = {unit: code for code, unit in enumerate(units)}
    top = codes_of(unit[root] for unit in units)
    site = codes_of(person.site for person in people.values() if person.site)
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side in zip(("mentee", "mentor"), sides, strict=True):
        own = [people[p.person] for p in side]
        columns[f"leaf_{name}"] = np.array([leaf.get(p.unit, -1) for p in own], dtype=np.int32)
        columns[f"top_{name}"] = np.array(
            [top[p.unit[root]] if p.unit else -1 for p in own], dtype=np.int32
        )
        columns[f"site_{name}"] = np.array([site.get(p.site, -1) for p in own], dtype=np.int32)
    return columns


def chain(people: People, start: str, steps: int) -> list[str]:
    """The person and up to `steps` managers above; a cycle in the tree does not trap it."""
    line = [start]
    while len(line) <= steps:
        above = people[line[-1]].manager
        if above is None:
            break
        line.append(above)
    return line


def line_columns(
    people: People, sides: tuple[Side, Side], depth: int
) -> dict[str, NDArray[np.generic]]:
    """The reporting line upwards as person codes, and whether the line manager is known."""
    code = {id_: index for index, id_ in enumerate(sorted(people))}
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side in zip(("mentee", "mentor"), sides, strict=True):
        line = np.full((len(side), depth + 1), -1, dtype=np.int32)
        for index, p in enumerate(side):
            own = [code[id_] for id_ in chain(people, p.person, depth)]
            line[index, : len(own)] = own
        columns[f"line_{name}"] = line
        columns[f"person_{name}"] = np.array([code[p.person] for p in side], dtype=np.int32)
        columns[f"chained_{name}"] = np.array(
            [1 if people[p.person].manager_known else 0 for p in side], dtype=np.int32
        )
    return columns


def standing_columns(people: People, sides: tuple[Side, Side]) -> dict[str, NDArray[np.generic]]:
    """Level of seniority and readiness (eligible, willing)."""
    columns: dict[str, NDArray[np.generic]] = {}
    for name, side in zip(("mentee", "mentor"), sides, strict=True):
        levels = [people[p.person].level for p in side]
        columns[f"level_{name}"] = np.array(
            [LEVEL_UNKNOWN if level is None else level for level in levels], dtype=np.int32
        )
        columns[f"ready_{name}"] = np.array(
            [ELIGIBLE * p.eligible + WILLING * p.willing for p in side], dtype=np.int32
        )
    return columns
