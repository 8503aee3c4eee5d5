"""The people file and the policy file, read and refused with every fault at once."""

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from viceversa.matching.rules.people_file import Remark, roster_of
from viceversa.matching.rules.records import Language, Roster
from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.words import Words
from viceversa.people.rules.options import Options
from viceversa.people.rules.problems import Problem
from viceversa.people.rules.reading import Reading
from viceversa.people.rules.reading import read as read_people
from viceversa.people.rules.sentences import message, place, remedy
from viceversa.programmes.rules.policy import MatchingPolicy, UnreadablePolicy
from viceversa.programmes.rules.policy import read as read_policy


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its name and the SHA-256 of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """The question in plain data. `remarks` are sentences about what had no effect."""

    roster: Roster
    policy: MatchingPolicy
    people: Source
    rules: Source | None
    remarks: tuple[str, ...]


def load(people: Path, policy: Path | None, *, on: date, zone: str, words: Words) -> Inputs:
    """Read both files. Raises `Misused` for a wrong path or zone, `Refused` for bad content."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Misused(words("zone", zone=zone)) from error
    rules, chosen = policy_of(policy, words) if policy else (None, MatchingPolicy())
    content = _bytes(people, words)
    options = Options(grades=dict(chosen.levels), time_zone=zone)
    reading = read_people(content, people.name, options)
    _refuse(reading, people, words)
    roster, remarks = roster_of(reading.rows, on, zone)
    if not roster.places:
        raise Refused(words("people.nobody", file=people.name))
    return Inputs(
        roster, chosen, Source(people.name, _digest(content)), rules, _told(reading, remarks, words)
    )


def _bytes(path: Path, words: Words) -> bytes:
    if path.is_dir():
        raise Misused(words("not_a_file", file=path))
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Misused(words("missing", file=path)) from error


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def policy_of(path: Path, words: Words) -> tuple[Source, MatchingPolicy]:
    """A policy file; raises as `load` does."""
    content = _bytes(path, words)
    try:
        policy = read_policy(tomllib.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise Refused(words("policy.unreadable", file=path.name)) from error
    except tomllib.TOMLDecodeError as error:
        raise Refused(words("policy.toml", file=path.name, why=error)) from error
    except UnreadablePolicy as error:
        lines = [fault.sentence(words.language) for fault in error.faults]
        headline = words("policy.none", count=len(lines), file=path.name)
        raise Refused(headline, lines) from error
    return Source(path.name, _digest(content)), policy


def _refuse(reading: Reading, people: Path, words: Words) -> None:
    wrong = [*reading.faults, *reading.problems]
    if wrong:
        headline = words("people.none", count=len(wrong), file=people.name)
        raise Refused(headline, [_line("people.problem", problem, words) for problem in wrong])


def _line(key: str, problem: Problem, words: Words) -> str:
    language: Language = words.language
    said = message(problem, language)
    shown = problem.value and problem.value not in said
    return words(
        key,
        place=place(problem, language),
        message=said.rstrip("."),
        value=words("people.value", value=problem.value) if shown else "",
        remedy=remedy(problem, language),
    )


def _told(reading: Reading, remarks: tuple[Remark, ...], words: Words) -> tuple[str, ...]:
    warned = (_line("people.warning", problem, words) for problem in reading.warnings)
    told = [line[:1].upper() + line[1:] for line in warned]
    told += [
        words(f"people.{r.code}", line=r.line, column=r.column, value=r.value) for r in remarks
    ]
    if reading.unknown:
        told.append(words("people.unknown-column", columns=", ".join(reading.unknown)))
    return tuple(told)
