"""Every fault of a question found at once, each with its remedy, before anything is computed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .errors import Fault
from .model import OBJECTIVES, WEIGHT_OF, Ban, Participant, Person, Pin, Policy
from .week import WEEK

HIGHEST_WISH = {("mentee", "wants"): 3, ("mentor", "wants"): 3}
HIGHEST_LEVEL = 8
# Whole-number arithmetic stays far from 64 bits as long as nobody takes more than this many.
MOST_PARTNERS = 10_000


def people_faults(people: Sequence[Person]) -> Iterator[Fault]:
    """Duplicate ids, unknown managers, impossible levels."""
    known = Counter(person.id for person in people)
    for id_, times in known.items():
        if times > 1:
            yield Fault(
                "duplicate-person", f"Person {id_}", f"appears {times} times", "Keep one row."
            )
    for person in people:
        where = f"Person {person.id}"
        if person.manager is not None and person.manager not in known:
            yield Fault(
                "unknown-manager",
                where,
                f"the line manager {person.manager} is not among the people",
                "Add the manager, or leave it empty and say that the manager is not known.",
            )
        if person.manager == person.id:
            yield Fault(
                "own-manager", where, "is their own line manager", "Name another, or nobody."
            )
        if person.level is not None and abs(person.level) > 1_000_000:
            yield Fault("level", where, f"level {person.level}", "Use a small whole number.")


def participant_faults(
    participants: Sequence[Participant], known: Mapping[str, Person]
) -> Iterator[Fault]:
    """Unknown or doubled people, contradictory numbers, wishes and windows out of range."""
    times = Counter((p.person, p.role) for p in participants)
    for (id_, role), count in times.items():
        if count > 1:
            yield Fault(
                "duplicate-participant",
                f"{role} {id_}",
                f"takes part {count} times",
                "Keep one place in each role.",
            )
    for p in participants:
        where = f"{p.role} {p.person}"
        if p.role not in ("mentor", "mentee"):
            yield Fault("role", where, f"role {p.role!r}", "Use mentor or mentee.")
        if p.person not in known:
            yield Fault("unknown-person", where, "is not among the people", "Add the person's row.")
        yield from _number_faults(p, where)
        yield from _wish_faults(p, where)
        for start, end in p.windows:
            if not (0 <= start < WEEK and start < end <= start + WEEK):
                yield Fault(
                    "window",
                    where,
                    f"the window {start}–{end} is not within a week",
                    "Start within 0 to 10,079 minutes and end later, at most a week on.",
                )


def _number_faults(p: Participant, where: str) -> Iterator[Fault]:
    if not 0 <= p.minimum <= p.maximum <= MOST_PARTNERS:
        yield Fault(
            "capacity",
            where,
            f"between {p.minimum} and {p.maximum} partners cannot be met",
            f"Use 0 ≤ minimum ≤ maximum ≤ {MOST_PARTNERS}.",
        )
    if p.waiting < 0:
        yield Fault("waiting", where, f"{p.waiting} rounds waited", "Use 0 or more.")
    # `not (a <= x <= b)` also catches NaN.
    if p.style is not None and not 0 <= p.style <= 1:
        yield Fault("style", where, f"style {p.style}", "Use a number from 0 to 1, or none.")


def _wish_faults(p: Participant, where: str) -> Iterator[Fault]:
    for attribute in ("wants", "offers"):
        highest = HIGHEST_WISH.get((p.role, attribute), HIGHEST_LEVEL)
        for wish in getattr(p, attribute):
            if not 1 <= wish.value <= highest:
                yield Fault(
                    "wish",
                    where,
                    f"{attribute} {wish.topic} with {wish.value}",
                    f"Use a whole number from 1 to {highest}.",
                )


def policy_faults(policy: Policy) -> Iterator[Fault]:
    """Words and numbers the policy cannot have."""
    if policy.objective not in OBJECTIVES:
        yield Fault(
            "objective",
            "Policy",
            f"objective {policy.objective!r}",
            f"Use one of {', '.join(OBJECTIVES)}.",
        )
    if not 0 <= policy.strength <= 1:
        yield Fault("strength", "Policy", f"strength {policy.strength}", "Use 0 to 1.")
    weights = {name: getattr(policy.weights, name) for name in policy.weights.__slots__}
    for name, word in weights.items():
        if word not in WEIGHT_OF:
            yield Fault(
                "weight",
                f"Policy, weight of {name}",
                f"{word!r} is not a weight",
                f"Use one of {', '.join(WEIGHT_OF)}.",
            )
    if all(word == "off" for word in weights.values()):
        yield Fault("weights", "Policy", "every criterion is off", "Let at least one count.")
    yield from _rule_faults(policy)


def _rule_faults(policy: Policy) -> Iterator[Fault]:
    rules = policy.rules
    allowed = {
        "minimum_step": (-100, 100),
        "line_depth": (0, 50),
        "mentor_level": (1, HIGHEST_LEVEL),
        "minimum_overlap": (0, WEEK),
    }
    for name, (low, high) in allowed.items():
        value = getattr(rules, name)
        if not low <= value <= high:
            yield Fault(
                "rule",
                f"Policy, rule {name}",
                f"{value} is out of range",
                f"Use a whole number from {low} to {high}.",
            )
    for name in ("same_unit", "previous"):
        if getattr(rules, name) not in ("exclude", "allow"):
            yield Fault(
                "rule",
                f"Policy, rule {name}",
                f"{getattr(rules, name)!r} is not a choice",
                "Use exclude or allow.",
            )


def edit_faults(
    participants: Sequence[Participant], pins: Sequence[Pin], bans: Sequence[Ban]
) -> Iterator[Fault]:
    """Pins and bans about nobody, twice, against each other, or beyond somebody's places."""
    most: dict[tuple[str, str], int] = {(p.role, p.person): p.maximum for p in participants}
    for name, edits in (("Pin", pins), ("Ban", bans)):
        seen: set[tuple[str, str]] = set()
        for edit in edits:
            pair = (edit.mentor, edit.mentee)
            where = f"{name} {edit.mentor} with {edit.mentee}"
            for role, id_ in zip(("mentor", "mentee"), pair, strict=True):
                if (role, id_) not in most:
                    yield Fault(
                        "unknown-person",
                        where,
                        f"{id_} is no {role} of this round",
                        "Enrol the person in that role, or remove the edit.",
                    )
            if pair in seen:
                yield Fault("duplicate-edit", where, "is there twice", "Keep one.")
            seen.add(pair)
    both = {(b.mentor, b.mentee) for b in bans} & {(p.mentor, p.mentee) for p in pins}
    for mentor, mentee in sorted(both):
        yield Fault(
            "pin-and-ban", f"{mentor} with {mentee}", "is both pinned and forbidden", "Keep one."
        )
    taken = Counter(("mentor", p.mentor) for p in pins) + Counter(
        ("mentee", p.mentee) for p in pins
    )
    for (role, id_), count in sorted(taken.items()):
        if count > most.get((role, id_), count):
            yield Fault(
                "pins-beyond-capacity",
                f"{role} {id_}",
                f"{count} pins for {most[role, id_]} place(s)",
                "Remove a pin or add a place.",
            )
