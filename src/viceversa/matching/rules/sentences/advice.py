"""What a coordinator could do: remedies proven by solving, bottlenecks, whom to recruit next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from viceversa.matching.rules.records import Role

if TYPE_CHECKING:
    from viceversa import engine
    from viceversa.matching.rules.sentences.teller import Teller

NAMED = 6  # people of a bottleneck that are called by name
RULES_WITH_NUMBERS = ("seniority", "reporting-line", "overlap")


def remedy(teller: "Teller", person: str, role: Role, given: "engine.Remedy") -> str:
    """The change, then what the new answer would look like."""
    return f"{_change(teller, person, role, given)} {_effect(teller, given.difference)}"


def _change(teller: "Teller", person: str, role: Role, given: "engine.Remedy") -> str:
    tongue, data = teller.tongue, given.data
    fields: dict[str, Any] = {"name": teller.short(person)}
    if given.kind == "one-more-place":
        other, places = teller.short(data["person"]), data["places"]
        return tongue.say("remedy.place", other=other, places=places, **fields)
    if given.kind == "language":
        return tongue.say("remedy.language", language=tongue.tongue(data["code"]), **fields)
    if given.kind == "other-hours":
        return tongue.say("remedy.hours", duration=tongue.duration(data["minutes"]), **fields)
    if given.kind == "newcomer":
        return _newcomer(teller, data)
    rule = data["rule"]
    if rule not in RULES_WITH_NUMBERS:
        return tongue.say(f"remedy.rule.{rule}")
    before, after = data["from"], data["to"]
    if rule == "overlap":
        before, after = tongue.duration(before), tongue.duration(after)
    return tongue.say(f"remedy.rule.{rule}", before=before, after=after)


def _newcomer(teller: "Teller", data: Any) -> str:
    return _someone(teller, data["topics"], data["language"], "", data["highest_level"])


def _someone(
    teller: "Teller", topics: Sequence[str], language: str | None, site: str, level: int
) -> str:
    """“A mentor in Lyon who speaks French and guides on “Data stories”, level 4 or below.”"""
    tongue = teller.tongue
    told = tongue.listed([tongue.quoted(teller.topic(code)) for code in topics])
    where = tongue.say("someone.site", site=site) if site else ""
    spoken = tongue.say("someone.language", language=tongue.tongue(language)) if language else ""
    return tongue.say("someone", where=where, spoken=spoken, topics=told, level=level)


def _effect(teller: "Teller", change: "engine.Difference") -> str:
    """Pairs more or fewer, who would be without instead, the change of the total."""
    tongue = teller.tongue
    parts = []
    if change.now_without:
        names = [teller.short(person) for _, person in change.now_without]
        parts.append(
            tongue.say("effect.without", count=len(names), who=tongue.listed(names, NAMED))
        )
    if change.pairs:
        key = "effect.more" if change.pairs > 0 else "effect.fewer"
        parts.append(tongue.say(key, count=abs(change.pairs)))
    total = tongue.signed(change.total)
    parts.append(tongue.say("effect.total", total=total))
    return " ".join(parts)


def bottleneck(teller: "Teller", given: "engine.Bottleneck") -> str:
    """Who competes for which places."""
    tongue = teller.tongue
    mentees = given.role == "mentee"
    mine, theirs = ("mentees", "mentors") if mentees else ("mentors", "mentees")
    fields: dict[str, Any] = {
        "people": tongue.say(f"people.{mine}", count=len(given.people)),
        "others": tongue.say(f"people.{theirs}", count=len(given.others)),
        "names": tongue.listed([teller.short(person) for person in given.others], NAMED),
        "places": tongue.say("places", count=given.places),
    }
    return tongue.say("bottleneck" if given.complete else "bottleneck.open", **fields)


def profile(teller: "Teller", given: "engine.Profile") -> str:
    """Whom to advertise for, whom they would meet and what it would bring."""
    told = _someone(teller, given.topics, given.language, given.site, given.highest_level)
    if given.helps is not None:
        told = f"{told} {teller.tongue.say('someone.helps', name=teller.short(given.helps))}"
    return f"{told} {_effect(teller, given.difference)}"
