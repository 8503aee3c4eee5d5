"""Replies to a question about an answer, as lines for the terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from viceversa.matching.rules.inquiry import Reply
from viceversa.matching.rules.sentences import Teller
from viceversa.ops.words import Words

MOST_SHOWN = 12


def pair(data: Reply, teller: Teller, words: Words) -> list[str]:
    """Verdict, reasons, rules, the cost."""
    lines = [data["verdict"], ""]
    lines += [f"  {reason['title']}: {reason['text']}" for reason in data["reasons"]]
    lines += ["", words("ask.rules")]
    lines += [f"  {_mark(rule)} {rule['title']} {rule['fact']}".rstrip() for rule in data["rules"]]
    forced = data["forced"]
    if forced is None:
        return [*lines, "", words("ask.never")]
    if not forced["proposed"]:
        lines += ["", _cost(forced, teller, words), forced["sentence"]]
        lines += _moves(forced, teller, words)
    return lines


def alternatives(data: Reply, teller: Teller, words: Words) -> list[str]:
    """A paragraph for each other partner, the cheapest first."""
    lines: list[str] = []
    for other in data["alternatives"]:
        fit = teller.tongue.decimal(other["fit"])
        lines.append(words("ask.other", name=_name(teller, other["person"]), fit=fit))
        lines.append(f"  {other['sentence']}")
        if not other["proposed"]:
            lines.append(f"  {_cost(other, teller, words)}")
            lines += [f"  {line}" for line in _moves(other, teller, words)]
    return lines or [words("ask.no_other")]


def left_out(data: Reply, teller: Teller, words: Words) -> list[str]:
    """What is in the way, who competes, what helps."""
    if not data["left_out"]:
        return [words("ask.has_partner", name=_name(teller, data["person"]))]
    lines = [data["in_the_way"], *data["would_help"]]
    if data["bottleneck"]:
        lines += ["", data["bottleneck"]["sentence"]]
    if data["remedies"]:
        lines += ["", words("ask.remedies")]
        lines += [f"  {change['sentence']}" for change in data["remedies"]]
    return lines


def suggestions(data: Reply, teller: Teller, words: Words) -> list[str]:
    """A person and the reasons that count most, for each suggestion."""
    lines: list[str] = []
    for other in data["suggestions"]:
        key = "ask.suggested_proposed" if other["proposed"] else "ask.suggested"
        fit = teller.tongue.decimal(other["fit"])
        lines.append(words(key, name=_name(teller, other["person"]), fit=fit))
        best = sorted(other["reasons"], key=lambda reason: -reason["earned"])[:2]
        lines += [f"  {reason['text']}" for reason in best]
    return lines or [words("ask.no_other")]


def frontier(data: Reply, teller: Teller, words: Words) -> list[str]:
    """A line for each aim."""
    decimal = teller.tongue.decimal
    lines = []
    for point in data["points"]:
        aim = words(f"aim.{point['objective']}")
        if point["strength"] is not None:
            aim = words("ask.strength", aim=aim, strength=decimal(point["strength"], 1))
        lines.append(
            words(
                "ask.point",
                aim=aim,
                count=point["pairs"],
                total=decimal(point["total"]),
                mean=decimal(point["mean"] or 0),
                worst=decimal(point["worst"] or 0),
                now=words("ask.now") if point["current"] else "",
            )  # fmt: skip
        )
    return lines


def firmness(data: Reply, teller: Teller, words: Words) -> list[str]:
    """The share that survives, then the pairs that survive least."""
    if data["mean"] is None:
        return [words("ask.no_pairs")]
    percent = teller.tongue.number
    lines = [
        words(
            "ask.firm",
            mean=percent(round(100 * data["mean"])),
            runs=percent(data["runs"]),
            lowest=percent(round(100 * data["lowest"])),
        )  # fmt: skip
    ]
    weak = sorted((p for p in data["pairs"] if p["survives"] < 1), key=lambda p: p["survives"])
    for one in weak[:MOST_SHOWN]:
        share = percent(round(100 * one["survives"]))
        lines.append(f"  {_names(teller, one)}: {share} %")
    return [*lines, *_rest(len(weak), words)]


def audit(data: Reply, teller: Teller, words: Words) -> list[str]:
    """A line for each group of each role, then whether anything is larger than chance."""
    lines: list[str] = []
    for side in data["roles"]:
        lines.append(words(f"ask.audit_{side['role']}"))
        lines += [f"  {_group(line, teller, words)}" for line in side["lines"]]
        for what in ("participation", "fit"):
            if side[f"{what}_differs"]:
                lines.append(f"  {words(f'ask.{what}_differs')}")
    return lines


def circles(data: Reply, teller: Teller, words: Words) -> list[str]:
    """The members of each circle, what they give each other, and the bound."""
    lines = []
    for circle in data["circles"]:
        names = ", ".join(_name(teller, person) for person in circle["members"])
        met = teller.tongue.number(round(100 * circle["complementarity"]))
        faults = ", ".join(words(f"ask.fault_{fault}") for fault in sorted(circle["faults"]))
        lines.append(words("ask.circle_fault" if faults else "ask.circle", names=names, met=met,
                           faults=faults))  # fmt: skip
    if data["without"]:
        names = ", ".join(_name(teller, person) for person in data["without"])
        lines.append(words("ask.circle_without", names=names))
    if data["proven"]:
        return [*lines, words("ask.circles_proven")]
    gap = teller.tongue.number(round(100 * (data["gap"] or 0)))
    return [*lines, words("ask.circles_bound", gap=gap)]


def what_if(data: Reply, teller: Teller, words: Words) -> list[str]:
    """Pairs, total and worst fit before and after; who gains or loses a partner; what moves."""
    decimal, number = teller.tongue.decimal, teller.tongue.number
    figures: dict[str, Any] = {}
    for when in ("before", "after"):
        found = data[when]
        figures |= {
            f"pairs_{when}": number(found["pairs"]),
            f"total_{when}": decimal(found["total"]),
            f"worst_{when}": decimal(found["worst"] or 0),
        }
    lines = [words("ask.changed", kept=number(data["kept"]), **figures)]
    if not data["same_measure"]:
        lines.append(words("ask.other_measure"))
    for key in ("now_paired", "now_without"):
        names = [_name(teller, seat["person"]) for seat in data[key]]
        if names:
            lines.append(words(f"ask.{key}", names=", ".join(names[:MOST_SHOWN])))
            lines += _rest(len(names), words)
    for key, sign in (("gone", "−"), ("come", "+")):
        shown = data[key][:MOST_SHOWN]
        lines += [f"  {sign} {_names(teller, one)} ({decimal(one['fit'])})" for one in shown]
        lines += _rest(len(data[key]), words)
    return lines


def _mark(rule: Mapping[str, Any]) -> str:
    return "✓" if rule["passed"] else "✗"


def _name(teller: Teller, person: str) -> str:
    name = teller.name(person)
    return name if name == person or not name else f"{name} ({person})"


def _names(teller: Teller, one: Mapping[str, Any]) -> str:
    return f"{_name(teller, one['mentor'])} – {_name(teller, one['mentee'])}"


def _cost(other: Mapping[str, Any], teller: Teller, words: Words) -> str:
    """What everybody together would lose or gain."""
    total = other["total"]
    amount = teller.tongue.decimal(abs(total), 3)
    return words("ask.gain" if total > 0 else "ask.cost", amount=amount)


def _moves(other: Mapping[str, Any], teller: Teller, words: Words) -> Iterator[str]:
    mentees = [move for move in other["moves"] if move["role"] == "mentee"]
    for move in mentees[:MOST_SHOWN]:
        nobody = words("ask.nobody_now")
        yield words(
            "ask.move", name=_name(teller, move["person"]),
            lost=_listed(move["lost"], teller) or nobody,
            gained=_listed(move["gained"], teller) or nobody,
        )  # fmt: skip
    yield from _rest(len(mentees), words)


def _listed(people: Iterable[str], teller: Teller) -> str:
    return ", ".join(_name(teller, person) for person in people)


def _rest(number: int, words: Words) -> list[str]:
    return [words("ask.rest", count=number - MOST_SHOWN)] if number > MOST_SHOWN else []


def _group(line: Mapping[str, Any], teller: Teller, words: Words) -> str:
    group = line["group"] or words("ask.no_group")
    if line["hidden"]:
        return words("ask.group_hidden", group=group)
    number, decimal = teller.tongue.number, teller.tongue.decimal
    said = words("ask.group", group=group, count=line["people"], paired=number(line["paired"]))
    if line["mean"] is None:
        return said
    mean: dict[str, Any] = {name: decimal(line["mean"][name]) for name in ("value", "low", "high")}
    return said + words("ask.group_fit", worst=decimal(line["worst"]), **mean)
