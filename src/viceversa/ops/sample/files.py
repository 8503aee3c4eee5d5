"""People files of the invented company: any size, separator, encoding and date order, or XLSX."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

from viceversa.ops.sample import profiles, weeks
from viceversa.ops.sample.names import without_accents
from viceversa.ops.sample.people import SEED, Employee
from viceversa.ops.sample.profiles import Profile, Values
from viceversa.ops.sample.shape import Language
from viceversa.ops.sample.tree import STEPS
from viceversa.people.rules.columns import label
from viceversa.programmes.rules.catalogue import shipped

type Dates = Literal["iso", "day-first"]

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "iso-8859-15", "mac-roman")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
DIRECTORY = (
    "id",
    "last_name",
    "first_name",
    "email",
    "title",
    "unit",
    "site",
    "country",
    "time_zone",
    "languages",
    "level",
    "hired_on",
    "manager",
    "status",
)
MATCHING = (
    "role",
    "wants",
    "offers",
    "gives_back",
    "wants_back",
    "capacity",
    "minimum",
    "availability",
    "prefers",
    "excludes",
    "waiting",
)
STATUS_IT = {"active": "attivo", "leave": "assente", "left": "cessato"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written; an XLSX file heeds language only and keeps its dates as dates."""

    language: Language = "en"
    separator: str = ","
    encoding: str = "utf-8"
    dates: Dates = "iso"


def enrolled(employees: Sequence[Employee], *, seed: str = SEED) -> dict[str, Profile]:
    """Return profiles for a plausible share of a company of any size, by employee id.

    About two leaders in five take part as mentees and one in six of the others as mentors.
    """
    random = Random(f"{seed} enrolled")
    chosen: dict[str, Profile] = {}
    for employee in employees:
        leader = employee.level > STEPS
        draw = random.random()
        if employee.status != "active" or employee.level == STEPS:
            continue
        if draw < (0.4 if leader else 0.16):
            chosen[employee.id] = profiles.invent(
                employee, "mentee" if leader else "mentor", seed=seed
            )
    return chosen


def rows(
    employees: Iterable[Employee], enrolments: Mapping[str, Profile] | None, style: Style
) -> Iterator[list[str]]:
    """Yield the header and one row a person; without `enrolments` the directory columns only."""
    columns = DIRECTORY + (MATCHING if enrolments is not None else ())
    yield [label(column, style.language) for column in columns]
    for employee in employees:
        row = _directory_cells(employee, style)
        if enrolments is not None:
            profile = enrolments.get(employee.id)
            row += _matching_cells(profile, style) if profile else [""] * len(MATCHING)
        yield row


def enrolment_rows(
    employees: Iterable[Employee], enrolments: Mapping[str, Profile], style: Style
) -> Iterator[list[str]]:
    """Yield the header and one row for each participant of one cohort: who, and what they say."""
    yield [label(column, style.language) for column in (*DIRECTORY[:3], *MATCHING)]
    for employee in employees:
        if profile := enrolments.get(employee.id):
            yield [*_directory_cells(employee, style)[:3], *_matching_cells(profile, style)]


def encode(lines: Iterable[Sequence[str]], style: Style) -> bytes:
    """Return rows as the bytes of a CSV file.

    What the encoding cannot hold loses its accent, as when older HR systems export.
    """
    text = io.StringIO()
    csv.writer(text, delimiter=style.separator, lineterminator="\r\n").writerows(lines)
    return _held(text.getvalue(), style.encoding).encode(style.encoding)


def save(path: Path, lines: Iterable[Sequence[str]], style: Style) -> None:
    """Write rows to `path`, as XLSX when the name says so; nothing is left of a failed attempt."""
    unfinished = path.with_name(path.name + ".part")
    try:
        if path.suffix.casefold() == ".xlsx":
            _save_xlsx(unfinished, lines)
        else:
            unfinished.write_bytes(encode(lines, style))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _save_xlsx(path: Path, lines: Iterable[Sequence[str]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    for line in lines:
        sheet.append(list(line))
    with path.open("wb") as stream:
        book.save(stream)


def _directory_cells(employee: Employee, style: Style) -> list[str]:
    italian = style.language == "it"
    return [
        employee.id,
        employee.last,
        employee.first,
        employee.email,
        employee.title,
        " > ".join(employee.unit),
        employee.site.name,
        employee.site.country,
        employee.site.time_zone,
        "; ".join(employee.languages),
        str(employee.level),
        _date(employee.hired_on, style.dates),
        employee.manager,
        STATUS_IT[employee.status] if italian else employee.status,
    ]


def _matching_cells(profile: Profile, style: Style) -> list[str]:
    names = topic_names(style.language)

    def values(pairs: Values) -> str:
        return "; ".join(f"{names[code]}:{value}" for code, value in pairs)

    return [
        profile.role,
        values(profile.wants),
        values(profile.offers),
        values(profile.gives_back),
        values(profile.wants_back),
        str(profile.capacity),
        str(profile.minimum),
        weeks.write(profile.windows, style.language),
        "; ".join(profile.prefers),
        "; ".join(profile.excludes),
        str(profile.waiting),
    ]


@cache
def topic_names(language: Language) -> Mapping[str, str]:
    """Return the names of the shipped catalogue by code."""
    italian = language == "it"
    return {topic.code: topic.name_it if italian else topic.name_en for topic in shipped()}


def _date(day: date, dates: Dates) -> str:
    return day.isoformat() if dates == "iso" else day.strftime("%d/%m/%Y")


def _held(text: str, encoding: str) -> str:
    """Return `text` without the accents `encoding` has no room for."""
    if encoding.startswith("utf"):
        return text
    table = {
        ord(character): without_accents(character)
        for character in set(text)
        if not character.encode(encoding, "ignore")
    }
    return text.translate(table)
