"""The front door: one object that knows the roster, the policy and the language, and tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from viceversa.matching.rules.records import Language, PersonRecord, PlaceRecord, Role, Roster
from viceversa.matching.rules.sentences import (
    advice,
    alternatives,
    checks,
    leftout,
    reasons,
    verdict,
)
from viceversa.matching.rules.sentences.pair import PairFacts, ordered
from viceversa.matching.rules.sentences.tongue import Tongue
from viceversa.programmes.rules.policy import MatchingPolicy

if TYPE_CHECKING:
    from viceversa import engine


@dataclass(frozen=True, slots=True)
class Exchange:
    """What goes each way, as names of topics, the most wanted first.

    `gives` is what the mentor shares and the mentee asked for; where nothing was asked for that
    the mentor offers, it is what the mentor offers, and `gives_asked` is false. `gets` likewise.
    """

    gives: tuple[str, ...]
    gets: tuple[str, ...]
    gives_asked: bool
    gets_asked: bool


@dataclass(frozen=True)
class Teller:
    """Sentences about a round. Every method takes person ids and returns finished text."""

    roster: Roster
    policy: MatchingPolicy
    language: Language = "en"
    _pairs: dict[tuple[str, str], PairFacts] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def tongue(self) -> Tongue:
        """Numbers, days, times and lists in the language."""
        return Tongue(self.language)

    def pair(self, mentor: str, mentee: str) -> PairFacts:
        """The facts about two people."""
        known = self._pairs.get((mentor, mentee))
        if known is None:
            known = PairFacts(
                self.tongue, self.roster, self.policy,
                self.person(mentor), self.person(mentee),
                self.place(mentor, "mentor"), self.place(mentee, "mentee"),
            )  # fmt: skip
            self._pairs[mentor, mentee] = known
        return known

    def reasons(
        self, mentor: str, mentee: str, parts: Mapping[str, tuple[float, float]]
    ) -> tuple[reasons.Reason, ...]:
        """Why this pair, the heaviest criterion first; `parts`: criterion to (weight, earned)."""
        return reasons.reasons(self.pair(mentor, mentee), parts)

    def rules(
        self, mentor: str, mentee: str, found: Sequence[checks.Check]
    ) -> tuple[checks.RuleLine, ...]:
        """The hard rules with the fact used, those that forbid the pair first."""
        return checks.lines(self.pair(mentor, mentee), found)

    def exchange(self, mentor: str, mentee: str) -> Exchange:
        """What the mentor gives and what comes back."""
        pair = self.pair(mentor, mentee)
        asked = [code for code, _ in pair.learned[0]]
        back = pair.returned[0]
        return Exchange(
            gives=tuple(map(pair.topic, asked or ordered(pair.shares.offers))),
            gets=tuple(map(pair.topic, back or ordered(pair.learns.offers))),
            gives_asked=bool(asked),
            gets_asked=bool(back),
        )

    def left_out(
        self, person: str, role: Role, reason: str, facts: Mapping[str, Any]
    ) -> leftout.LeftOut:
        """What is in the way of somebody without a partner, and what would help."""
        return leftout.told(self, person, role, reason, facts)

    def alternative(self, person: str, role: Role, other: "engine.Alternative") -> str:
        """What choosing another partner for `person` (in `role`) would do to everybody else."""
        return alternatives.told(self, person, role, other)

    def verdict(self, mentor: str, mentee: str, given: "engine.Verdict") -> str:
        """One paragraph: chosen, possible or impossible, and why."""
        return verdict.told(self.pair(mentor, mentee), given)

    def remedy(self, person: str, role: Role, given: "engine.Remedy") -> str:
        """A change that would give somebody left out a partner, with its proven effect."""
        return advice.remedy(self, person, role, given)

    def bottleneck(self, given: "engine.Bottleneck") -> str:
        """Who competes for which places."""
        return advice.bottleneck(self, given)

    def profile(self, given: "engine.Profile") -> str:
        """Whom to recruit next, and what it would bring."""
        return advice.profile(self, given)

    def name(self, person: str) -> str:
        """A person's whole name."""
        return self.person(person).name

    def short(self, person: str) -> str:
        """A person's name for running text."""
        return self.person(person).short

    def topic(self, code: str) -> str:
        """A topic's name."""
        record = self.roster.topics.get(code)
        return record.name(self.language) if record else code

    def person(self, person: str) -> PersonRecord:
        """Somebody's record; a bare one for an id the roster does not hold."""
        return self.roster.person.get(person) or PersonRecord(person, person)

    def place(self, person: str, role: Role) -> PlaceRecord:
        """Somebody's place in a role; an empty one where there is none."""
        return self.roster.place.get((person, role)) or PlaceRecord(person, role)
