"""The two people a sentence is about, with what they wrote and the policy it is judged by."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from viceversa.matching.rules import week
from viceversa.matching.rules.records import LocalWindow, PersonRecord, PlaceRecord, Roster, Wished
from viceversa.matching.rules.sentences.tongue import Tongue
from viceversa.programmes.rules.policy import MatchingPolicy


@dataclass(frozen=True)
class PairFacts:
    """What is true of a mentor and a mentee; computed from the roster, never from prose."""

    tongue: Tongue
    roster: Roster
    policy: MatchingPolicy
    mentor: PersonRecord
    mentee: PersonRecord
    shares: PlaceRecord
    learns: PlaceRecord

    @property
    def names(self) -> dict[str, Any]:
        """The fields `mentor` and `mentee` of a sentence."""
        return {"mentor": self.mentor.short, "mentee": self.mentee.short}

    def topic(self, code: str) -> str:
        """A topic's name in the language, or the code where the catalogue does not know it."""
        record = self.roster.topics.get(code)
        return record.name(self.tongue.language) if record else code

    def topics(self, codes: Sequence[str]) -> str:
        """Topics as a list within quotation marks."""
        return self.tongue.listed([self.tongue.quoted(self.topic(code)) for code in codes])

    @cached_property
    def learned(self) -> tuple[list[tuple[str, int]], list[str]]:
        """Wanted topics the mentor is able to guide on, with the level, and the others.

        Most wanted first. Able: at the policy's level or above, and above the mentee's own level
        where the mentee gives the same topic back.
        """
        offered, own = dict(self.shares.offers), dict(self.learns.offers)
        covered, others = [], []
        for code in ordered(self.learns.wants):
            level = offered.get(code, 0)
            if level >= self.policy.rules.mentor_level and level > own.get(code, 0):
                covered.append((code, level))
            else:
                others.append(code)
        return covered, others

    @cached_property
    def returned(self) -> tuple[list[str], list[str]]:
        """What the mentor hopes for and the mentee gives, and what the mentee does not give."""
        given = dict(self.learns.offers)
        hoped = ordered(self.shares.wants)
        return [code for code in hoped if code in given], [c for c in hoped if c not in given]

    @cached_property
    def tongues(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The languages of the mentor and of the mentee, the preferred one first."""
        return (
            self.shares.languages or self.mentor.languages,
            self.learns.languages or self.mentee.languages,
        )

    @cached_property
    def shared_time(self) -> tuple[tuple[LocalWindow, ...], int]:
        """The windows both are free in, in the mentee's zone, and the minutes in all."""
        on = self.roster.on
        shared = week.common(
            week.to_utc(self.shares.availability, self.roster.zone(self.mentor.id), on),
            week.to_utc(self.learns.availability, self.roster.zone(self.mentee.id), on),
        )
        local = week.to_local(shared, self.roster.zone(self.mentee.id), on)
        return local, week.minutes(shared)

    @property
    def one_clock(self) -> bool:
        """Whether both read the same time on the reference day."""
        on = self.roster.on
        return week.offset(self.roster.zone(self.mentor.id), on) == week.offset(
            self.roster.zone(self.mentee.id), on
        )


def ordered(wishes: Sequence[Wished]) -> list[str]:
    """Topic codes, the heaviest first, otherwise as they were written; each once."""
    return list(dict.fromkeys(code for code, _ in sorted(wishes, key=lambda wish: -wish[1])))
