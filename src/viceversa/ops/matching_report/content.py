"""What the report shows, as plain data: finished sentences and numbers, no markup and no engine."""

from collections.abc import Sequence
from dataclasses import dataclass

from viceversa.matching.rules.records import Language, Role
from viceversa.matching.rules.sentences import Exchange, Reason, RuleLine


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody on the page: `line` is job title and site."""

    name: str
    short: str
    initials: str
    line: str


@dataclass(frozen=True, slots=True)
class PairView:
    """A proposed pair with everything that explains it; `fit` from 0 to 1."""

    mentor: PersonView
    mentee: PersonView
    fit: float
    exchange: Exchange
    reasons: tuple[Reason, ...]
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class LeftView:
    """Somebody without a partner."""

    person: PersonView
    role: Role
    in_the_way: str
    would_help: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The certificate in figures, written in the language."""

    value: str
    bound: str
    difference: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page.

    `possible` and `feasible` count pairs before and after the rules (None: not counted). `fits` are
    those of all pairs, `pairs` the ones told, fewer where there are very many. `facts` are label
    and value. `remarks` say what the file contains that could not count.
    """

    language: Language
    source: str
    mentees: int
    mentors: int
    possible: int
    feasible: int | None
    proof: Proof
    fits: Sequence[float]
    pairs: Sequence[PairView]
    left: Sequence[LeftView]
    facts: Sequence[tuple[str, str]]
    remarks: Sequence[str]
    command: str
