"""The people of the group: a name, a place in the chart, a site, languages and a hire date each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from viceversa.ops.sample.cast import CAST, Part
from viceversa.ops.sample.names import Addresses, invent
from viceversa.ops.sample.shape import JUNIOR, LYON, MILANO, SENIOR, Language, Site, Text
from viceversa.ops.sample.tree import Place, grow

SEED = "altavalle"
SIZE = 520
YEARS = {1: (0.0, 3.0), 2: (1.0, 6.0), 3: (3.0, 15.0), 4: (8.0, 28.0)}  # tenure by step of staff
CAST_NAMES = frozenset((part.first, part.last) for part in CAST)
YEARS_OF_MANAGERS = (5.0, 26.0)


@dataclass(frozen=True, slots=True)
class Employee:
    """A row of the directory, as an HR system would export it.

    `manager` is the id of the line manager, empty at the top; where the record is flawed it names
    somebody who is not in the file. `key` is the function's key, or the division's above it.
    """

    id: str
    email: str
    first: str
    last: str
    title: str
    unit: tuple[str, ...]
    site: Site
    languages: tuple[str, ...]
    level: int
    hired_on: date
    manager: str
    status: Literal["active", "leave", "left"]
    key: str
    shifts: bool

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


def build(
    people: int = SIZE, *, today: date, language: Language = "en", seed: str = SEED
) -> list[Employee]:
    """Return `people` employees in the order of the chart, the chief executive first.

    The same arguments give the same people. Raises ValueError below `tree.SMALLEST`.
    """
    random = Random(f"{seed} {people}")
    places = grow(people, language)
    parts = _casting(places)
    drafts = [_draft(place, parts.get(place.index), today, language, random) for place in places]
    return _numbered(drafts, places, parts)


def _casting(places: Sequence[Place]) -> dict[int, Part]:
    """Give each of the cast the first free place of their tier; who finds none stays out."""
    free: dict[tuple[str, str], list[int]] = {}
    for place in places:
        free.setdefault((place.tier, place.key), []).append(place.index)
    roles: dict[int, Part] = {}
    for part in CAST:
        queue = free.get((part.tier, part.place), [])
        fitting = [index for index in queue if places[index].site in (part.site, None)]
        if choice := (fitting or queue)[:1]:
            roles[choice[0]] = part
            queue.remove(choice[0])
    return roles


def _draft(
    place: Place, part: Part | None, today: date, language: Language, random: Random
) -> Employee:
    """Return the employee of a place, without number, address and manager yet."""
    step = place.level or (part.step if part else random.choices((1, 2, 3, 4), (3, 5, 5, 2))[0])
    site = part.site if part else place.site or _site(place, random)
    first, last = (part.first, part.last) if part else _name(site, random)
    shifts = bool(place.function and place.function.shifts and place.tier == "staff")
    hired_on = _hired_on(step, part, today, random)
    return Employee(
        id="",
        email="",
        first=first,
        last=last,
        title=_title(place, part, step, language, random),
        unit=place.unit,
        site=site,
        languages=part.languages if part else _languages(site, step, shifts, random),
        level=step,
        hired_on=hired_on,
        manager="",
        status="active" if part or place.level else _status(random),
        key=place.key,
        shifts=shifts,
    )


def _numbered(
    drafts: Sequence[Employee], places: Sequence[Place], parts: dict[int, Part]
) -> list[Employee]:
    """Number by seniority of service, give addresses, and name the managers by their number."""
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].hired_on, i))
    numbers = {index: f"A{401 + rank:05d}" for rank, index in enumerate(order)}
    addresses = Addresses()
    for index in sorted(parts):  # the cast first, so that theirs carry no figure
        addresses.give(drafts[index].first, drafts[index].last)
    cast_addresses = Addresses()
    employees = []
    for place, draft in zip(places, drafts, strict=True):
        book = cast_addresses if place.index in parts else addresses
        manager = "" if place.boss is None else numbers[place.boss]
        if place.index in parts and parts[place.index].flaw == "no-manager":
            manager = f"A{len(drafts) + 90001:05d}"
        employees.append(
            replace(
                draft,
                id=numbers[place.index],
                email=book.give(draft.first, draft.last),
                manager=manager,
            )
        )
    return employees


def _name(site: Site, random: Random) -> tuple[str, str]:
    """Return a name that nobody of the cast has: they are found by theirs."""
    while (name := invent(random, country=site.country)) in CAST_NAMES:
        pass
    return name


def _site(place: Place, random: Random) -> Site:
    sites = place.function.sites if place.function else (MILANO,)
    return random.choices(sites, [len(sites) + 1 - i for i in range(len(sites))])[0]


def _title(place: Place, part: Part | None, step: int, language: Language, random: Random) -> str:
    if part and part.title:
        return part.title(language)
    if place.title:
        return place.title(language)
    jobs = place.function.jobs if place.function else (Text("Assistant", "Assistente"),)
    job = random.choice(jobs)(language)
    if step in (2, 3):
        return job
    if language == "en" and job[1:2].islower():
        job = job[:1].lower() + job[1:]
    return (JUNIOR if step == 1 else SENIOR)(language).format(job)


def _languages(site: Site, step: int, shifts: bool, random: Random) -> tuple[str, ...]:
    """Return two-letter codes, the mother tongue of the site first."""
    if site is LYON:
        others = (("en", 0.9), ("it", 0.5))
        return ("fr", *(code for code, chance in others if random.random() < chance))
    spoken = ["it"]
    if random.random() < (0.35 if shifts else 0.8):
        spoken.append("en")
    for code, chance in (("fr", 0.14), ("de", 0.08), ("es", 0.07)):
        if random.random() < chance * (1.5 if step >= 5 else 1):
            spoken.append(code)
    return tuple(spoken)


def _hired_on(step: int, part: Part | None, today: date, random: Random) -> date:
    least, most = YEARS.get(step, YEARS_OF_MANAGERS)
    if part and step > 1:
        least = max(least, 2.0)  # the cast was here before the first cohort
    day = today - timedelta(days=round(365.25 * random.uniform(least, most)))
    return min(day - timedelta(days=day.weekday() if day.weekday() > 4 else 0), today)


def _status(random: Random) -> Literal["active", "leave", "left"]:
    return random.choices(("active", "leave", "left"), (97, 2, 1))[0]
