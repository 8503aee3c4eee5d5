"""What exactly was asked: hashes of input and policy, whatever the order of the rows."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from .model import Ban, Participant, Person, Pin, Policy


def digest(content: object) -> str:
    """SHA-256 of the content as canonical JSON (sorted keys, no spaces, UTF-8)."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _wishes(p: Participant) -> list[list[list[object]]]:
    return [sorted([w.topic, w.value] for w in wishes) for wishes in (p.wants, p.offers)]


def _person(p: Person) -> str:
    # Groups are left out on purpose: they serve the audit and never the answer.
    facts = [p.id, p.level, p.manager, p.manager_known, p.unit, p.site, p.country, p.languages]
    return json.dumps(facts, ensure_ascii=False)


def _participant(p: Participant) -> str:
    facts = [
        *(p.person, p.role, _wishes(p), p.minimum, p.maximum, sorted(p.windows)),
        *(p.prefers, sorted(p.excludes), sorted(p.previous), p.waiting, p.style),
        *(p.eligible, p.willing),
    ]
    return json.dumps(facts, ensure_ascii=False)


def _of_lines(lines: Iterable[str]) -> str:
    total = hashlib.sha256()
    for line in sorted(lines):
        total.update(line.encode())
        total.update(b"\n")
    return total.hexdigest()


def input_hash(
    people: Iterable[Person],
    participants: Iterable[Participant],
    pins: Iterable[Pin],
    bans: Iterable[Ban],
) -> str:
    """A hash of everything about people that can change the answer."""
    edits = [f"pin {json.dumps([p.mentor, p.mentee, p.override])}" for p in pins]
    edits += [f"ban {json.dumps([b.mentor, b.mentee])}" for b in bans]
    lines = [*map(_person, people), *map(_participant, participants), *edits]
    return _of_lines(lines)


def policy_hash(policy: Policy) -> str:
    """A hash of the policy."""
    return digest(asdict(policy))
