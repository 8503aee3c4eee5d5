"""Somebody without a partner: what is in the way, and the smallest changes that would help."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from viceversa.matching.rules.records import PersonRecord, PlaceRecord, Role

if TYPE_CHECKING:
    from viceversa import engine
    from viceversa.matching.rules.openings import Opening
    from viceversa.matching.rules.sentences.teller import Teller

RULES_TOLD = 3
HELPS_TOLD = 3
TOPICS_TOLD = 3
# Rules that nobody may be asked to loosen: reasons are private, and nobody is talked into it.
_UNTOUCHABLE = frozenset({"same-person", "excluded", "not-willing", "not-eligible"})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Finished sentences; `would_help` is empty where nothing short of a new person would."""

    in_the_way: str
    would_help: tuple[str, ...]


def facts_of(unmatched: "engine.Unmatched", opening: "Opening | None" = None) -> dict[str, Any]:
    """What is known about somebody left out, as JSON-ready data to keep.

    `opening` is the hour that would open most partners (see `openings`), where there is one.
    """
    facts = asdict(unmatched)
    kept = {key: facts[key] for key in ("partners", "wanted", "best", "counts")}
    return kept | {"opening": asdict(opening) if opening else None}


def told(
    teller: "Teller", person: str, role: Role, reason: str, facts: Mapping[str, Any]
) -> LeftOut:
    """The sentences for one person; `facts` as `facts_of` made them."""
    one = _One(teller, teller.person(person), teller.place(person, role), role, facts)
    return LeftOut(one.in_the_way(reason), one.would_help(reason))


@dataclass(frozen=True, slots=True)
class _One:
    """The person left out with the numbers about the other side."""

    teller: "Teller"
    person: PersonRecord
    place: PlaceRecord
    role: Role
    facts: Mapping[str, Any]

    @property
    def others(self) -> str:
        """What the other side is called."""
        return "mentors" if self.role == "mentee" else "mentees"

    def counted(self, key: str, count: int, **fields: Any) -> str:
        """A sentence about so many of the other side, in its singular or plural form."""
        say = self.teller.tongue.say
        return say(key, count=count, who=self.who(count), name=self.person.short, **fields)

    def who(self, count: int) -> str:
        """“23 mentors”."""
        return self.teller.tongue.say(f"people.{self.others}", count=count)

    def own(self, key: str, **fields: Any) -> str:
        """A sentence about the person alone."""
        return self.teller.tongue.say(key, name=self.person.short, **fields)

    def in_the_way(self, reason: str) -> str:
        """Why nobody was found."""
        counts = self.facts["counts"]
        if reason == "nobody-there":
            return self.own(f"left.nobody_there.{self.others}")
        if reason == "minimum":
            return self.own(
                "left.minimum", partners=self.facts["partners"], wanted=self.facts["wanted"]
            )
        if reason == "rules":
            return self._by_rules(counts)
        best = self.facts["best"]
        fit = self.teller.tongue.decimal(best) if best is not None else ""
        return self.counted(f"left.{reason}", counts["feasible"], fit=fit)

    def _by_rules(self, counts: Mapping[str, Any]) -> str:
        alone = self._holds_back_everyone()
        if alone:
            return self.own(f"left.{alone}")
        parts = [
            self._held(rule, number)
            for rule, number in sorted(counts["by_rule"].items(), key=lambda item: -item[1])
            if rule != "same-person"
        ]
        held = self.teller.tongue.listed(parts[:RULES_TOLD])
        return self.counted("left.rules", counts["others"], held=held)

    def _holds_back_everyone(self) -> str | None:
        """A fact about the person alone that forbids every pair, if there is one."""
        if not self.place.willing:
            return "not_willing"
        if not self.place.eligible:
            return "not_eligible"
        if self.person.level is None:
            return "no_level"
        rules = self.teller.policy.rules
        if not self.person.manager_known and rules.line_depth + rules.siblings_reports > 0:
            return "no_manager"
        return None

    def _held(self, rule: str, number: int) -> str:
        """“23 share less than 60 min a week”."""
        say = self.teller.tongue.say
        if rule.startswith("must-"):
            title = self._title(rule)
            return say("held.must", count=number, criterion=title)
        needed = self.teller.tongue.duration(self.teller.policy.rules.minimum_overlap)
        return say(f"held.{rule}", count=number, needed=needed)

    def _title(self, rule: str) -> str:
        return self.teller.tongue.say(f"criterion.{rule.removeprefix('must-')}")

    def would_help(self, reason: str) -> tuple[str, ...]:
        """The smallest changes, the most helpful first."""
        alone = self._holds_back_everyone() if reason == "rules" else None
        if alone:
            return (self.own(f"help.{alone}"),)
        counts = self.facts["counts"]
        if reason in ("competition", "minimum", "low-worth"):
            more = self.role == "mentee" and counts["feasible"]
            places = [self.counted("help.place", counts["feasible"])] if more else []
            return (*places, *self._recruit())
        opened = sorted(counts["only"].items(), key=lambda item: -item[1])
        helps = [self._loosened(rule, n) for rule, n in opened if rule not in _UNTOUCHABLE]
        return tuple(helps[:HELPS_TOLD]) or self._recruit()

    def _loosened(self, rule: str, number: int) -> str:
        who = self.who(number)
        if rule.startswith("must-"):
            return self.own("help.must", who=who, criterion=self._title(rule))
        opening = self.facts.get("opening")
        if rule == "overlap" and opening:
            return self._opening(opening)
        if rule == "overlap" and not self.place.availability:
            rule = "overlap_theirs"
        return self.own(f"help.{rule}", who=who)

    def _opening(self, opening: Mapping[str, Any]) -> str:
        """“Adding Tuesday 8:30–9:30 opens 19 mentors, best fit 0.86.”"""
        tongue = self.teller.tongue
        weekday, first, after = opening["window"]
        return tongue.say(
            "help.opening",
            window=tongue.window((weekday, first, after)),
            who=self.who(opening["opens"]),
            fit=tongue.decimal(opening["best"]),
        )

    def _recruit(self) -> tuple[str, ...]:
        """Whom it would help to find."""
        wished = self.place.offers if self.role == "mentor" else self.place.wants
        codes = [code for code, _ in sorted(wished, key=lambda wish: -wish[1])][:TOPICS_TOLD]
        if not codes:
            return ()
        tongue = self.teller.tongue
        topics = tongue.listed([tongue.quoted(self.teller.topic(code)) for code in codes])
        return (self.own(f"help.recruit.{self.others}", topics=topics),)
