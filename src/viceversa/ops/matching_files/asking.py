"""One question about an answer in files: who is meant, what is asked, and the reply."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from viceversa.matching.rules import answer, inquiry
from viceversa.matching.rules.records import Role
from viceversa.matching.rules.sentences import Teller
from viceversa.ops.matching_files import answering, inputs, proving, replies
from viceversa.ops.matching_files.faults import Misused, Refused
from viceversa.ops.matching_files.inputs import Inputs
from viceversa.ops.words import Words

GROUPINGS = ("site", "unit", "level", "country")
SMALLEST, LARGEST = 3, 8
type Replied = tuple[inquiry.Reply, list[str]]


def reply(args: argparse.Namespace, words: Words) -> Replied:
    """The reply as data and as lines. Raises `Refused` or `Misused` with what to do."""
    _refuse_nothing(args, words)
    read, solution = proving.reopened(args.folder, args.people, args.policy, words)
    asked = _Asked(args, words, read, solution, Teller(read.roster, read.policy, args.language))
    for name, answered in QUESTIONS.items():
        if getattr(args, name) not in (None, False):
            return answered(asked)
    return _what_if(asked)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of the command, and the answer they are about."""

    args: argparse.Namespace
    words: Words
    read: Inputs
    solution: answer.Solution
    teller: Teller

    def person(self, named: str) -> str:
        """The id of somebody who takes part, named by it or by whole name."""
        taking_part = {place.person for place in self.read.roster.places}
        if named in taking_part:
            return named
        found = sorted(
            p.id
            for p in self.read.roster.people
            if p.id in taking_part and p.name.casefold() == named.casefold()
        )
        if len(found) == 1:
            return found[0]
        key = "ask.nobody" if not found else "ask.several"
        raise Misused(self.words(key, name=named, ids=", ".join(found)))

    def seat(self, named: str) -> tuple[str, Role]:
        """Somebody in the role asked about."""
        person = self.person(named)
        roles = inquiry.roles_of(self.solution, person)
        role: Role = self.args.role or roles[0]
        if role not in roles:
            raise Misused(self.words("ask.role", name=named, role=self.words(f"role.{role}")))
        return person, role

    def pair(self, named: list[str]) -> tuple[str, str]:
        """Two people as mentor and mentee."""
        mentor, mentee = self.person(named[0]), self.person(named[1])
        roles: tuple[tuple[str, str, Role], ...] = (
            (mentor, named[0], "mentor"),
            (mentee, named[1], "mentee"),
        )
        for person, name, role in roles:
            if role not in inquiry.roles_of(self.solution, person):
                raise Misused(self.words("ask.role", name=name, role=self.words(f"role.{role}")))
        return mentor, mentee


def _refuse_nothing(args: argparse.Namespace, words: Words) -> None:
    """Raise `Misused` where nothing is asked, too much at once, or what cannot be."""
    changes = any(getattr(args, name) for name in CHANGES)
    questions = any(getattr(args, name) not in (None, False) for name in QUESTIONS)
    if changes == questions:
        raise Misused(words("ask.both" if changes else "ask.nothing"))
    if args.audit is not None and args.audit not in GROUPINGS:
        raise Misused(words("ask.grouping", found=args.audit, known=", ".join(GROUPINGS)))
    if args.circles is not None and not SMALLEST <= args.circles <= LARGEST:
        raise Misused(words("ask.size", found=args.circles))


def _pair(asked: _Asked) -> Replied:
    data = inquiry.pair(asked.teller, asked.solution, *asked.pair(asked.args.pair))
    return data, replies.pair(data, asked.teller, asked.words)


def _alternatives(asked: _Asked) -> Replied:
    seat = asked.seat(asked.args.alternatives)
    data = inquiry.alternatives(asked.teller, asked.solution, *seat)
    return data, replies.alternatives(data, asked.teller, asked.words)


def _left_out(asked: _Asked) -> Replied:
    data = inquiry.left_out(asked.teller, asked.solution, *asked.seat(asked.args.left_out))
    return data, replies.left_out(data, asked.teller, asked.words)


def _suggest(asked: _Asked) -> Replied:
    data = inquiry.suggestions(asked.teller, asked.solution, *asked.seat(asked.args.suggest))
    return data, replies.suggestions(data, asked.teller, asked.words)


def _recruit(asked: _Asked) -> Replied:
    data = inquiry.recruit(asked.teller, asked.solution)
    return data, [p["sentence"] for p in data["profiles"]] or [asked.words("ask.no_profile")]


def _frontier(asked: _Asked) -> Replied:
    data = inquiry.frontier(asked.solution)
    return data, replies.frontier(data, asked.teller, asked.words)


def _firmness(asked: _Asked) -> Replied:
    data = inquiry.firmness(asked.solution)
    return data, replies.firmness(data, asked.teller, asked.words)


def _audit(asked: _Asked) -> Replied:
    data = inquiry.audit(asked.solution, asked.args.audit)
    return data, replies.audit(data, asked.teller, asked.words)


def _circles(asked: _Asked) -> Replied:
    data = inquiry.circles(asked.teller, asked.solution, asked.args.circles)
    return data, replies.circles(data, asked.teller, asked.words)


QUESTIONS: dict[str, Callable[[_Asked], Replied]] = {
    "pair": _pair,
    "alternatives": _alternatives,
    "left_out": _left_out,
    "suggest": _suggest,
    "recruit": _recruit,
    "frontier": _frontier,
    "firmness": _firmness,
    "audit": _audit,
    "circles": _circles,
}
CHANGES = ("pin", "forbid", "one_more_place", "without", "with_policy", "with_people")


def _what_if(asked: _Asked) -> Replied:
    try:
        data = _changed(asked)
    except answer.ProblemError as error:
        faults = [str(fault) for fault in error.faults]
        raise Refused(asked.words("problem"), faults) from error
    except answer.Infeasible as error:
        raise Refused(asked.words("minimums", why=str(error).rstrip("."))) from error
    return data, replies.what_if(data, asked.teller, asked.words)


def _changed(asked: _Asked) -> inquiry.Reply:
    args, words = asked.args, asked.words
    if args.with_people:
        return _other_people(asked)
    policy = inputs.policy_of(args.with_policy, words)[1] if args.with_policy else None
    change = inquiry.Change(
        pins=[asked.pair(names) for names in args.pin or ()],
        bans=[asked.pair(names) for names in args.forbid or ()],
        places=[asked.seat(name) for name in args.one_more_place or ()],
        without=[asked.person(name) for name in args.without or ()],
        policy=policy,
    )
    return inquiry.what_if(asked.solution, change)


def _other_people(asked: _Asked) -> inquiry.Reply:
    """The same question to another people file: somebody new, or with other wishes."""
    args, words, roster = asked.args, asked.words, asked.read.roster
    if any(getattr(args, name) for name in CHANGES if name not in ("with_people", "with_policy")):
        raise Misused(words("ask.people_alone"))
    policy = args.with_policy or args.policy
    read = inputs.load(args.with_people, policy, on=roster.on, zone=roster.time_zone, words=words)
    after = answer.solve(answering.ask(read, words), start=asked.solution)
    return inquiry.compared(asked.solution, after)
