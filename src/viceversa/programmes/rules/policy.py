"""The matching policy: aim, weights in words, hard rules, how people are asked; as policy.toml.

One shape in three places: `policy.toml` of `viceversa match`, `Cohort.policy`, `Round.policy`.
`read` takes the plain mapping of any of them and either returns a `MatchingPolicy` or raises
`UnreadablePolicy` with every fault at once; `MatchingPolicy.write` gives the mapping back. An
absent key means its default; an unknown key is a fault: a misspelt rule must not be ignored.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, get_args

from viceversa.programmes.rules.policy_faults import Fault

type Objective = Literal["nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first"]
type Weight = Literal["must", "high", "medium", "low", "off"]
type SameUnit = Literal["exclude", "allow"]

OBJECTIVES: tuple[Objective, ...] = get_args(Objective.__value__)
WEIGHTS: tuple[Weight, ...] = get_args(Weight.__value__)
EXCLUDE_OR_ALLOW: tuple[SameUnit, ...] = get_args(SameUnit.__value__)
NUMBERS: dict[str, tuple[int, int]] = {  # least and most of each numeric rule
    "minimum_step": (0, 20),
    "line_depth": (0, 20),
    "mentor_level": (1, 8),
    "minimum_overlap": (0, 10_080),
}
DAYS: dict[str, tuple[int, int]] = {"answer_days": (3, 30), "remind_days": (2, 14)}
LEVELS = (-1_000, 1_000)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each criterion counts, in words."""

    topics: Weight = "high"
    reciprocity: Weight = "high"
    language: Weight = "must"
    availability: Weight = "medium"
    mixing: Weight = "medium"
    preferences: Weight = "medium"
    waiting: Weight = "low"
    style: Weight = "off"


@dataclass(frozen=True, slots=True)
class Rules:
    """What forbids a pair, with its parameters.

    `minimum_step` seniority levels between mentor and mentee; `line_depth` steps along the
    reporting tree; `mentor_level` a DigComp level 1 to 8; `minimum_overlap` common minutes a week.
    """

    minimum_step: int = 1
    line_depth: int = 3
    siblings_reports: bool = True
    same_unit: SameUnit = "exclude"
    mentor_level: int = 5
    minimum_overlap: int = 60
    previous: SameUnit = "exclude"


@dataclass(frozen=True, slots=True)
class Consent:
    """How people are asked about a pair.

    Each has `answer_days` to answer, and is reminded every `remind_days`. `requests` lets somebody
    without a partner see suggestions and ask for one unasked; no part of it enters the engine.
    """

    answer_days: int = 10
    remind_days: int = 4
    requests: bool = False


@dataclass(frozen=True, slots=True)
class MatchingPolicy:
    """Everything a coordinator decides about matching.

    `strength`, 0 to 1, is used by `protect-the-worst-off` alone. `levels` maps a grade, as the
    people file writes it, to a seniority level (higher is more senior).
    """

    objective: Objective = "nobody-left-out"
    strength: float = 0.5
    weights: Weights = field(default_factory=Weights)
    rules: Rules = field(default_factory=Rules)
    levels: tuple[tuple[str, int], ...] = ()
    consent: Consent = field(default_factory=Consent)

    def write(self) -> dict[str, Any]:
        """Return the plain mapping (JSON- and TOML-ready) that `read` understands."""
        plain = asdict(self)
        plain["levels"] = dict(self.levels)
        if not self.levels:
            del plain["levels"]
        return plain


class UnreadablePolicy(ValueError):
    """A policy with faults; `faults` lists all of them in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(fault.sentence() for fault in faults))
        self.faults = faults


def read(mapping: Mapping[str, Any]) -> MatchingPolicy:
    """Read a policy from plain data; raise `UnreadablePolicy` with every fault."""
    faults: list[Fault] = []
    known = [f.name for f in fields(MatchingPolicy)]
    faults += [
        Fault(str(key), mapping[key], "unknown", known) for key in mapping if key not in known
    ]
    objective = mapping.get("objective", "nobody-left-out")
    if objective not in OBJECTIVES:
        faults.append(Fault("objective", objective, "choice", OBJECTIVES))
    strength = mapping.get("strength", 0.5)
    if not _is_number(strength) or not 0 <= strength <= 1:
        faults.append(Fault("strength", strength, "range", (0, 1)))
    weights = _section(mapping, "weights", Weights, faults, _weight)
    rules = _section(mapping, "rules", Rules, faults, _rule)
    levels = _levels(mapping.get("levels", {}), faults)
    consent = _section(mapping, "consent", Consent, faults, _consent)
    if faults:
        raise UnreadablePolicy(tuple(faults))
    return MatchingPolicy(
        objective,
        float(strength),
        Weights(**weights),
        Rules(**rules),
        levels,
        Consent(**consent),
    )


def _section(
    mapping: Mapping[str, Any], name: str, shape: type, faults: list[Fault], check: Any
) -> dict[str, Any]:
    """Return the checked keys of a table, adding what is wrong with it to `faults`."""
    given = mapping.get(name, {})
    if not isinstance(given, Mapping):
        faults.append(Fault(name, given, "table", ()))
        return {}
    known = [f.name for f in fields(shape)]
    for key, value in given.items():
        where = f"{name}.{key}"
        fault = check(where, key, value) if key in known else Fault(where, value, "unknown", known)
        if fault:
            faults.append(fault)
    return {key: given[key] for key in known if key in given}


def _weight(where: str, key: str, value: object) -> Fault | None:
    return None if value in WEIGHTS else Fault(where, value, "choice", WEIGHTS)


def _rule(where: str, key: str, value: object) -> Fault | None:
    if key in NUMBERS:
        return _whole(where, value, NUMBERS[key])
    if key == "siblings_reports":
        return _flag(where, value)
    return None if value in EXCLUDE_OR_ALLOW else Fault(where, value, "choice", EXCLUDE_OR_ALLOW)


def _consent(where: str, key: str, value: object) -> Fault | None:
    return _whole(where, value, DAYS[key]) if key in DAYS else _flag(where, value)


def _whole(where: str, value: object, ends: tuple[int, int]) -> Fault | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and ends[0] <= value <= ends[1]
    return None if fits else Fault(where, value, "whole", ends)


def _flag(where: str, value: object) -> Fault | None:
    return None if isinstance(value, bool) else Fault(where, value, "flag", ())


def _levels(given: object, faults: list[Fault]) -> tuple[tuple[str, int], ...]:
    if not isinstance(given, Mapping):
        faults.append(Fault("levels", given, "table", ()))
        return ()
    least, most = LEVELS
    for grade, level in given.items():
        if not isinstance(level, int) or isinstance(level, bool) or not least <= level <= most:
            faults.append(Fault(f"levels.{grade}", level, "whole", LEVELS))
    return tuple((str(grade), level) for grade, level in given.items())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
