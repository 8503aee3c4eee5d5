"""The hard rules of one pair: what was checked, whether it holds, and the fact that was used."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from viceversa.matching.rules.sentences.pair import PairFacts

# Rules that say nothing worth reading when they hold.
_SILENT = frozenset({"same-person", "banned"})


class Check(Protocol):
    """A rule's verdict as the engine gives it."""

    @property
    def name(self) -> str: ...
    @property
    def passed(self) -> bool: ...
    @property
    def data(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule told: `title` says whether it holds, `fact` what it was judged by."""

    name: str
    passed: bool
    title: str
    fact: str


def lines(pair: PairFacts, checks: Sequence[Check]) -> tuple[RuleLine, ...]:
    """The rules worth telling, those that forbid the pair first."""
    told = [line(pair, check) for check in checks if not (check.passed and check.name in _SILENT)]
    return tuple(sorted(told, key=lambda rule: rule.passed))


def line(pair: PairFacts, check: Check) -> RuleLine:
    """One rule of one pair."""
    say = pair.tongue.say
    if check.name.startswith("must-"):
        criterion = say(f"title.{check.name.removeprefix('must-')}", **pair.names)
        key = "rule.must.yes" if check.passed else "rule.must.no"
        return RuleLine(check.name, check.passed, say(key, criterion=criterion), "")
    fields, verdict = _TELLERS.get(check.name, _plain)(pair, check)
    state = "yes" if check.passed else "no"
    if check.passed and verdict in ("above", "below"):
        state = "far"  # in one line, but further apart than the rule reaches
    title = say(f"rule.{check.name}.{state}", **pair.names)
    fact = say(f"rule.{check.name}.{verdict}", **pair.names, **fields) if verdict else ""
    return RuleLine(check.name, check.passed, title, fact)


type _Told = tuple[dict[str, Any], str]


def _plain(pair: PairFacts, check: Check) -> _Told:
    return {}, ""


def _people(pair: PairFacts, check: Check) -> _Told:
    """For a rule about each of the two: who does not meet it."""
    if check.passed:
        return {}, ""
    who = [p.short for role, p in _sides(pair) if not check.data.get(role, True)]
    return {"who": pair.tongue.listed(who)}, "who"


def _seniority(pair: PairFacts, check: Check) -> _Told:
    unknown = [p.short for role, p in _sides(pair) if check.data.get(role) is None]
    if unknown:
        return {"who": pair.tongue.listed(unknown)}, "unknown"
    return {
        "low": check.data["mentor"],
        "high": check.data["mentee"],
        "step": check.data["step"],
    }, "fact"


def _line(pair: PairFacts, check: Check) -> _Told:
    data = check.data
    unknown = [p.short for role, p in _sides(pair) if not data[f"{role}_manager_known"]]
    if unknown:
        return {"who": pair.tongue.listed(unknown)}, "unknown"
    shared = data["shared_manager"]
    if shared is None:
        return {}, "nobody"
    if shared == pair.mentee.id:
        return {"count": data["steps_from_mentor"]}, "below"
    if shared == pair.mentor.id:
        return {"count": data["steps_from_mentee"]}, "above"
    return {"who": _described(pair, shared)}, "shared"


def _siblings(pair: PairFacts, check: Check) -> _Told:
    if not check.data["on"]:
        return {}, "off"
    shared = check.data["shared_manager"]
    if check.passed or shared is None:
        return {}, "fact"
    return {"who": _described(pair, shared)}, "shared"


def _units(pair: PairFacts, check: Check) -> _Told:
    units = [check.data[role] for role in ("mentor", "mentee")]
    if not all(units):
        return {}, "unknown"
    here, there = (unit[-1] for unit in units)
    if units[0] == units[1]:
        return {"unit": here}, "same"
    return {"here": here, "there": there}, "fact"


def _language(pair: PairFacts, check: Check) -> _Told:
    tongue = pair.tongue
    spoken = [[tongue.tongue(code) for code in check.data[role]] for role in ("mentor", "mentee")]
    silent = [p.short for (_, p), own in zip(_sides(pair), spoken, strict=True) if not own]
    if silent:
        return {"who": tongue.listed(silent)}, "unknown"
    common = [tongue.tongue(code) for code in check.data["common"]]
    if common:
        return {"languages": _capital(tongue.listed(common))}, "fact"
    return {"here": tongue.listed(spoken[0]), "there": tongue.listed(spoken[1])}, "apart"


def _overlap(pair: PairFacts, check: Check) -> _Told:
    silent = [p.short for role, p in _sides(pair) if not check.data[f"declared_{role}"]]
    if silent:
        return {"who": pair.tongue.listed(silent)}, "unknown"
    return {
        "shared": pair.tongue.duration(check.data["minutes"]),
        "needed": pair.tongue.duration(check.data["needed"]),
    }, "fact"


def _fact(pair: PairFacts, check: Check) -> _Told:
    return {}, "fact"


_TELLERS: Mapping[str, Callable[[PairFacts, Check], _Told]] = {
    "not-eligible": _people,
    "not-willing": _people,
    "seniority": _seniority,
    "reporting-line": _line,
    "siblings-reports": _siblings,
    "same-unit": _units,
    "language": _language,
    "overlap": _overlap,
    "excluded": _fact,
}


def _sides(pair: PairFacts) -> tuple[tuple[str, Any], tuple[str, Any]]:
    return ("mentor", pair.mentor), ("mentee", pair.mentee)


def _described(pair: PairFacts, person: str) -> str:
    """A third person by name and title."""
    record = pair.roster.person.get(person)
    if record is None:
        return person
    return f"{record.name}, {record.title}" if record.title else record.name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
