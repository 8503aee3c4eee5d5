"""Who may take part in a cohort, in which role: levels, units, sites and time in the company."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from viceversa.programmes.rules.timeline import add_months

SEPARATOR = " > "  # between the names of a unit's path


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one role; None and empty mean no limit.

    Levels are seniority levels, both ends included. A unit includes all units below it. `tenure` is
    the least number of whole months since hiring.
    """

    lowest_level: int | None = None
    highest_level: int | None = None
    units: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    tenure: int | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The limits of both roles."""

    mentor: Limits = field(default_factory=Limits)
    mentee: Limits = field(default_factory=Limits)

    def of(self, role: str) -> Limits:
        """Return the limits of a role."""
        return self.mentor if role == "mentor" else self.mentee

    def write(self) -> dict[str, Any]:
        """Return the plain form kept in `Cohort.eligibility`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What eligibility looks at; `unit` is the path joined by ` > `."""

    active: bool = True
    level: int | None = None
    unit: str = ""
    site: str = ""
    hired_on: date | None = None


def read(stored: Mapping[str, Any]) -> Eligibility:
    """Return the eligibility kept in `Cohort.eligibility`; an empty mapping has no limits."""
    return Eligibility(_limits(stored.get("mentor", {})), _limits(stored.get("mentee", {})))


def obstacles(candidate: Candidate, limits: Limits, on: date) -> tuple[str, ...]:
    """Return why someone may not take part on a day, as codes; empty when they may.

    Codes: `inactive`, `level-unknown`, `level-below`, `level-above`, `unit`, `site`,
    `hired-unknown`, `tenure`.
    """
    found = []
    if not candidate.active:
        found.append("inactive")
    found += _level(candidate.level, limits)
    if limits.units and not any(within(candidate.unit, unit) for unit in limits.units):
        found.append("unit")
    if limits.sites and candidate.site not in limits.sites:
        found.append("site")
    if limits.tenure:
        if candidate.hired_on is None:
            found.append("hired-unknown")
        elif candidate.hired_on > add_months(on, -limits.tenure):
            found.append("tenure")
    return tuple(found)


def within(path: str, unit: str) -> bool:
    """Tell whether a unit is another one or lies below it."""
    return path == unit or path.startswith(unit + SEPARATOR)


def _level(level: int | None, limits: Limits) -> list[str]:
    if limits.lowest_level is None and limits.highest_level is None:
        return []
    if level is None:
        return ["level-unknown"]
    if limits.lowest_level is not None and level < limits.lowest_level:
        return ["level-below"]
    if limits.highest_level is not None and level > limits.highest_level:
        return ["level-above"]
    return []


def _limits(stored: Mapping[str, Any]) -> Limits:
    return Limits(
        lowest_level=stored.get("lowest_level"),
        highest_level=stored.get("highest_level"),
        units=tuple(stored.get("units", ())),
        sites=tuple(stored.get("sites", ())),
        tenure=stored.get("tenure"),
    )
