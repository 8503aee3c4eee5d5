"""What another partner would do: to the person, to everybody else, to the whole."""

from typing import TYPE_CHECKING, Any

from viceversa.matching.rules.records import Role

if TYPE_CHECKING:
    from viceversa import engine
    from viceversa.matching.rules.sentences.teller import Teller

SAME = 0.005  # fits closer than this read as the same number


def told(teller: "Teller", person: str, role: Role, other: "engine.Alternative") -> str:
    """A few sentences; `other` is the engine's answer for `person` in `role`."""
    say = teller.tongue.say
    if other.chosen:
        return say("other.chosen")
    mine = next((m for m in other.moves if m.person == person and m.role == role), None)
    moved = [m for m in other.moves if m.role == role and m.person != person]
    parts = [_own_fit(teller, person, mine.before if mine else None, other.score)]
    parts.append(_moved(teller, moved))
    if other.pairs:
        key = "other.fewer" if other.pairs < 0 else "other.more"
        parts.append(say(key, count=abs(other.pairs)))
    return " ".join(parts)


def _own_fit(teller: "Teller", person: str, before: float | None, after: float) -> str:
    tongue = teller.tongue
    fields: dict[str, Any] = {"name": teller.short(person), "now": tongue.decimal(after)}
    if before is None:
        return tongue.say("other.first", **fields)
    fields["was"] = tongue.decimal(before)
    if abs(after - before) < SAME:
        return tongue.say("other.same", **fields)
    return tongue.say("other.closer" if after > before else "other.farther", **fields)


def _moved(teller: "Teller", moved: "list[engine.Move]") -> str:
    tongue = teller.tongue
    if not moved:
        return tongue.say("other.nobody")
    worst = min(moved, key=lambda move: (move.after or 0) - (move.before or 0))
    fields: dict[str, Any] = {"name": teller.short(worst.person)}
    if worst.after is not None and worst.before is not None:
        fields |= {"was": tongue.decimal(worst.before), "now": tongue.decimal(worst.after)}
    kind = "left" if worst.after is None else "joins" if worst.before is None else "moves"
    if len(moved) > 1:
        return tongue.say(f"other.several_{kind}", count=len(moved), **fields)
    if kind == "moves":
        fields["partner"] = tongue.listed([teller.short(other) for other in worst.gained])
    return tongue.say(f"other.one_{kind}", **fields)
