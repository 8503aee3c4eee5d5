"""What is asked: people, their places in a round, the policy, the coordinator's edits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

type Role = Literal["mentor", "mentee"]
type Weight = Literal["must", "high", "medium", "low", "off"]
type Objective = Literal["nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first"]
type Treatment = Literal["exclude", "allow"]

CRITERIA = (
    "topics",
    "reciprocity",
    "language",
    "availability",
    "mixing",
    "preferences",
    "waiting",
    "style",
)
OBJECTIVES = ("nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first")
# Each word counts twice as much as the one below it; "must" weighs as "high" and forbids a zero.
WEIGHT_OF: Mapping[str, int] = {"must": 4, "high": 4, "medium": 2, "low": 1, "off": 0}


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the directory: whoever matters for the reporting tree, in the round or not.

    `level` grows with seniority. `manager` is an id; `manager_known=False` says that the
    directory does not know the line manager of somebody who is not at the top. `unit` is the
    path from the top, `languages` lower-case BCP 47 codes, the first one preferred. `groups`
    holds further columns for the audit; they are never an input to matching.
    """

    id: str
    level: int | None = None
    manager: str | None = None
    manager_known: bool = True
    unit: tuple[str, ...] = ()
    site: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """A topic code with a weight (1 to 3, what one wants) or a level (1 to 8, what one offers)."""

    topic: str
    value: int


@dataclass(frozen=True, slots=True)
class Participant:
    """One enrolment: a person in one role. The same person may have one place in each role.

    `wants`: what a mentee would learn, or what a mentor would like in return (weights 1 to 3).
    `offers`: what a mentor shares (levels 1 to 8), or what a mentee gives back.
    `minimum`, `maximum`: how many partners; a maximum of 0 is somebody who sits this round out.
    `windows`: weekly availability in UTC minutes, Monday 00:00 = 0, half-open; an end beyond
    10,080 wraps into Monday; none means not declared.
    `prefers` (the first five count), `excludes`, `previous`: person ids; the last two hold for
    both people. `waiting`: rounds already waited. `style`: working style from 0 to 1.
    """

    person: str
    role: Role
    wants: tuple[Wish, ...] = ()
    offers: tuple[Wish, ...] = ()
    minimum: int = 0
    maximum: int = 1
    windows: tuple[tuple[int, int], ...] = ()
    prefers: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    waiting: int = 0
    style: float | None = None
    eligible: bool = True
    willing: bool = True


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

    def numbers(self) -> tuple[int, ...]:
        """The whole-number weight of each criterion, in the order of `CRITERIA`."""
        return tuple(WEIGHT_OF[getattr(self, name)] for name in CRITERIA)

    def musts(self) -> tuple[bool, ...]:
        """Which criteria forbid a pair that earns nothing, in the order of `CRITERIA`."""
        return tuple(getattr(self, name) == "must" for name in CRITERIA)


@dataclass(frozen=True, slots=True)
class Rules:
    """The parameters of the hard rules; see `viceversa.engine.feasibility` for their meaning."""

    minimum_step: int = 1
    line_depth: int = 3
    siblings_reports: bool = True
    same_unit: Treatment = "exclude"
    mentor_level: int = 5
    minimum_overlap: int = 60
    previous: Treatment = "exclude"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the programme decided: the objective, the weights, the rules.

    `strength` (0 to 1) matters for *protect-the-worst-off* only.
    """

    objective: Objective = "nobody-left-out"
    strength: float = 0.5
    weights: Weights = Weights()
    rules: Rules = Rules()


@dataclass(frozen=True, slots=True)
class Pin:
    """A pair the coordinator wants, by person ids; `override` accepts a broken rule on record."""

    mentor: str
    mentee: str
    override: bool = False


@dataclass(frozen=True, slots=True)
class Ban:
    """A pair the coordinator does not want, by person ids."""

    mentor: str
    mentee: str
