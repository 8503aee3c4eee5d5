"""The reporting tree as places to fill, at any size: chief, divisions, functions, teams."""

from collections.abc import Iterator
from dataclasses import dataclass

from viceversa.ops.sample.cast import Tier
from viceversa.ops.sample.shape import (
    AREA,
    AREA_UNIT,
    CHIEF,
    DIVISIONS,
    HEAD,
    LEAD,
    MILANO,
    TEAM,
    TOP_UNIT,
    Function,
    Language,
    Site,
    Text,
)

TEAM_SIZE = 7  # people of a team, its lead included
DIRECT = 9  # so few need no teams between them and their head
SPAN = 9  # teams or areas under one manager
STEPS = 4  # seniority steps below a team lead
SMALLEST = 60  # people; below that there are fewer of us than boxes in the chart


@dataclass(frozen=True, slots=True)
class Place:
    """A box of the chart. `boss` is the index of the place above, None at the top.

    `level` is the seniority of a manager; 0 stands for staff, whose step depends on the person.
    """

    index: int
    boss: int | None
    tier: Tier
    key: str
    function: Function | None
    unit: tuple[str, ...]
    title: Text | None
    site: Site | None
    level: int


def grow(people: int, language: Language) -> list[Place]:
    """Return `people` places, each after its boss. ValueError below `SMALLEST`."""
    if people < SMALLEST:
        raise ValueError(f"A company needs at least {SMALLEST} people; {people} are too few.")
    functions = [function for division in DIVISIONS for function in division.functions]
    sizes = _shares(people - 1 - len(DIVISIONS), [function.weight for function in functions])
    height = max(_height(size - 1) for size in sizes)
    top = STEPS + height + 2
    places = [Place(0, None, "chief", "", None, (TOP_UNIT(language),), CHIEF, MILANO, top)]
    size_of = dict(zip((function.key for function in functions), sizes, strict=True))
    for division in DIVISIONS:
        chief = len(places)
        unit = (division.name(language),)
        places.append(
            Place(chief, 0, "division", division.key, None, unit, division.chief, MILANO, top - 1)
        )
        for function in division.functions:
            branch = _Branch(places, function, language)
            branch.grow_function(chief, unit, size_of[function.key], top - 2)
    return places


class _Branch:
    """One function growing into areas and teams, appended to the common list."""

    def __init__(self, places: list[Place], function: Function, language: Language) -> None:
        self.places, self.function, self.language = places, function, language

    def grow_function(self, boss: int, above: tuple[str, ...], size: int, level: int) -> None:
        unit = (*above, self.function.name(self.language))
        head = self._add(boss, "head", unit, _named(HEAD, self.function), level)
        self._fill(head, unit, size - 1)

    def _fill(self, boss: int, unit: tuple[str, ...], size: int) -> None:
        """Put `size` people below `boss`: directly, in teams, or in areas of teams."""
        if size <= DIRECT:
            for _ in range(size):
                self._add(boss, "staff", unit, None, 0)
            return
        for number, part in enumerate(_even(size, min(SPAN, -(-size // TEAM_SIZE)))):
            site = self.function.sites[number % len(self.function.sites)]
            self._grow_part(boss, unit, part - 1, f"{site.name} {number + 1}", site)

    def _grow_part(
        self, boss: int, unit: tuple[str, ...], size: int, words: str, site: Site
    ) -> None:
        """Add the lead of a team, or the head of an area, with `size` people below."""
        leaf = size <= DIRECT
        below = (*unit, (TEAM if leaf else AREA_UNIT)(self.language).format(words))
        tier: Tier = "lead" if leaf else "head"
        title = _named(LEAD if leaf else AREA, self.function)
        lead = self._add(boss, tier, below, title, STEPS + _height(size), site)
        if leaf:
            for _ in range(size):
                self._add(lead, "staff", below, None, 0, site)
        else:
            self._fill(lead, below, size)

    def _add(
        self,
        boss: int,
        tier: Tier,
        unit: tuple[str, ...],
        title: Text | None,
        level: int,
        site: Site | None = None,
    ) -> int:
        index = len(self.places)
        self.places.append(
            Place(index, boss, tier, self.function.key, self.function, unit, title, site, level)
        )
        return index


def _height(below: int) -> int:
    """Return the tiers of managers over `below` people of one function, the topmost included."""
    if below <= DIRECT:
        return 1
    parts = min(SPAN, -(-below // TEAM_SIZE))
    return 1 + _height(-(-below // parts) - 1)


def _named(title: Text, function: Function) -> Text:
    return Text(
        title.en.format(_lower(function.name.en)), title.it.format(_lower(function.name.it))
    )


def _lower(name: str) -> str:
    """Return a function's name inside a title: procurement, but Sales Italy and IT systems."""
    words = name.split()
    if any(word[:1].isupper() for word in words[1:]) or words[0].isupper():
        return name
    return name if words[0] in ("Brescia", "Bari") else name[:1].lower() + name[1:]


def _shares(total: int, weights: list[int]) -> list[int]:
    """Split `total` by `weights`, each share at least one, the largest remainders first."""
    free = total - len(weights)
    exact = [free * weight / sum(weights) for weight in weights]
    shares = [1 + int(value) for value in exact]
    order = sorted(range(len(weights)), key=lambda i: (int(exact[i]) - exact[i], i))
    for index in order[: total - sum(shares)]:
        shares[index] += 1
    return shares


def _even(total: int, parts: int) -> Iterator[int]:
    for number in range(parts):
        yield total // parts + (1 if number < total % parts else 0)
