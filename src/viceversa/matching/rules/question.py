"""A question as it was asked: roster, policy, pins and bans, packed for an answer to keep."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from viceversa import engine
from viceversa.matching.rules import records
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import Roster
from viceversa.programmes.rules.policy import MatchingPolicy
from viceversa.programmes.rules.policy import read as read_policy

FORMAT = 1
type Pair = tuple[str, str]  # mentor and mentee, person ids


@dataclass(frozen=True)
class Question:
    """What a round was solved from.

    `pins` maps a pair to whether it sets a hard rule aside; `bans` are the coordinator's,
    `together` the pairs who already share a relationship. `enrolments` maps (person id, role) to
    the private key of the enrolment.
    """

    roster: Roster
    policy: MatchingPolicy
    pins: Mapping[Pair, bool]
    bans: frozenset[Pair]
    together: frozenset[Pair]
    enrolments: Mapping[Pair, int]

    @cached_property
    def person_of(self) -> Mapping[int, str]:
        """The person id behind each enrolment key."""
        return {key: person for (person, _), key in self.enrolments.items()}

    @cached_property
    def problem(self) -> engine.Problem:
        """The question in the engine's terms; raises `engine.ProblemError` with every fault."""
        return self.problem_without()

    def problem_without(self, *, pins: bool = False) -> engine.Problem:
        """The same question, without the coordinator's pins where `pins` says so."""
        held = {} if pins else self.pins
        return build(
            self.roster,
            self.policy,
            [engine.Pin(*pair, override=override) for pair, override in sorted(held.items())],
            [engine.Ban(*pair) for pair in sorted((self.bans | self.together) - held.keys())],
        )

    def pair(self, mentor: int, mentee: int) -> Pair:
        """The person ids of two enrolment keys; `KeyError` where one is not in the question."""
        return self.person_of[mentor], self.person_of[mentee]


def public(question: Question) -> dict[str, Any]:
    """Return the question as JSON-ready data, without private keys: what may be downloaded."""
    return {
        "format": FORMAT,
        "roster": records.write(question.roster),
        "policy": question.policy.write(),
        "pins": [[*pair, override] for pair, override in sorted(question.pins.items())],
        "bans": sorted(map(list, question.bans)),
        "together": sorted(map(list, question.together)),
    }


def pack(question: Question) -> bytes:
    """Return the question as compressed JSON."""
    data = public(question)
    data["enrolments"] = [[*place, key] for place, key in question.enrolments.items()]
    return squeeze(data)


def unpack(content: bytes) -> Question:
    """Return the question that `pack` wrote."""
    data = unsqueeze(content)
    return Question(
        roster=records.read(data["roster"]),
        policy=read_policy(data["policy"]),
        pins={(mentor, mentee): override for mentor, mentee, override in data["pins"]},
        bans=frozenset((mentor, mentee) for mentor, mentee in data["bans"]),
        together=frozenset((mentor, mentee) for mentor, mentee in data["together"]),
        enrolments={(person, role): key for person, role, key in data["enrolments"]},
    )


def squeeze(data: Any) -> bytes:
    """Return JSON data compressed; equal data give equal bytes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return zlib.compress(text.encode(), level=6)


def unsqueeze(content: bytes) -> Any:
    """Return the data that `squeeze` compressed."""
    return json.loads(zlib.decompress(content))
