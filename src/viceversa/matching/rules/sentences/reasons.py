"""Why this pair: a title and a sentence with the facts for every criterion that counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from viceversa.matching.rules import week
from viceversa.matching.rules.records import PersonRecord, PlaceRecord
from viceversa.matching.rules.sentences.hundredths import shown
from viceversa.matching.rules.sentences.pair import PairFacts

AMPLE_MINUTES = 240  # from here on more common time earns nothing more (engine's definition)
HIGHEST_LEVEL = 8
WINDOWS_SHOWN = 3
SHORT_SEASON = 5  # weeks: Europe and North America change their clocks up to four apart
NAMED_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion told: `weight` and `earned` are parts of 1 and of the pair's fit.

    Both have two decimals, rounded so that a pair's parts add up to its fit as it is shown.
    """

    criterion: str
    title: str
    text: str
    weight: float
    earned: float


def topics(pair: PairFacts) -> str:
    """What the mentee wants to learn and the mentor can guide on, with the level."""
    say, names = pair.tongue.say, pair.names
    covered, others = pair.learned
    if not covered and not others:
        return say("topics.none", **names)
    if not covered:
        return say("topics.nothing", topics=pair.topics(others), **names)
    first = ordered_first(pair)
    rest = [code for code, _ in covered if code != first]
    told = []
    if covered[0][0] == first:
        level = covered[0][1]
        record = pair.roster.topics.get(first)
        key = "topics.first_digcomp" if record and record.digcomp else "topics.first"
        digcomp = record.digcomp if record else ""
        told.append(say(key, topic=pair.topics([first]), level=level, digcomp=digcomp, **names))
        if rest:
            told.append(say("topics.also", topics=pair.topics(rest), **names))
    else:
        told.append(say("topics.others", topics=pair.topics(rest), **names))
    if others:
        told.append(say("topics.elsewhere", count=len(others), topics=pair.topics(others), **names))
    elif any(level < HIGHEST_LEVEL for _, level in covered):
        told.append(say("topics.rest"))
    return " ".join(told)


def ordered_first(pair: PairFacts) -> str:
    """The topic the mentee wants most; the first written among equals."""
    heaviest = max(pair.learns.wants, key=lambda wish: wish[1])[1]
    return next(code for code, weight in pair.learns.wants if weight == heaviest)


def reciprocity(pair: PairFacts) -> str:
    """What the mentor would like in return and the mentee offers."""
    say, names = pair.tongue.say, pair.names
    given, others = pair.returned
    if not given and not others:
        return say("return.none", **names)
    if not given:
        return say("return.nothing", topics=pair.topics(others), **names)
    told = say("return.given", count=len(given), topics=pair.topics(given), **names)
    if not others:
        return told
    missing = say("return.elsewhere", count=len(others), topics=pair.topics(others))
    return f"{told} {missing}"


def language(pair: PairFacts) -> str:
    """The languages both speak, and whether the one each prefers is among them."""
    say, tongue = pair.tongue.say, pair.tongue.tongue
    mentor, mentee = pair.tongues
    silent = [p.short for p, own in ((pair.mentor, mentor), (pair.mentee, mentee)) if not own]
    if silent:
        return say("language.undeclared", who=pair.tongue.listed(silent))
    shared = [code for code in mentee if code in mentor]
    if not shared:
        return say("language.apart", **pair.names)
    spoken = pair.tongue.listed([tongue(code) for code in shared])
    if mentor[0] == mentee[0]:
        return say("language.first", language=tongue(mentee[0]))
    told = say("language.shared", count=len(shared), languages=spoken)
    strangers = [
        say("language.other_first", name=person.short, language=tongue(own[0]))
        for person, own in ((pair.mentor, mentor), (pair.mentee, mentee))
        if own[0] not in shared
    ]
    return " ".join([told, *strangers])


def availability(pair: PairFacts) -> str:
    """The windows both are free in, in the mentee's clock, and what the seasons do to them."""
    say = pair.tongue.say
    sides = ((pair.mentor, pair.shares), (pair.mentee, pair.learns))
    silent = [person.short for person, place in sides if not place.availability]
    if silent:
        return say("time.undeclared", who=pair.tongue.listed(silent))
    windows, minutes = pair.shared_time
    if not windows:
        return " ".join([say("time.apart", **pair.names), *_seasons(pair)])
    shown = pair.tongue.listed([pair.tongue.window(w) for w in windows], WINDOWS_SHOWN)
    told = [say("time.shared", windows=shown, duration=pair.tongue.duration(minutes))]
    if not pair.one_clock:
        told.append(say("time.clock", zone=pair.roster.zone(pair.mentee.id), **pair.names))
    if minutes < AMPLE_MINUTES:
        told.append(say("time.rest"))
    return " ".join([*told, *_seasons(pair)])


def _seasons(pair: PairFacts) -> list[str]:
    """A sentence for the first day on which their common time changes, if it does."""
    changes = week.season_changes(
        (pair.shares.availability, pair.roster.zone(pair.mentor.id)),
        (pair.learns.availability, pair.roster.zone(pair.mentee.id)),
        pair.roster.on,
    )
    if not changes:
        return []
    (first, minutes), *later = changes
    left = pair.tongue.duration(minutes) if minutes else pair.tongue.say("time.zero")
    fields: dict[str, Any] = {"day": pair.tongue.day(first), "duration": left}
    back = later and later[0][1] == pair.shared_time[1]
    weeks = round((later[0][0] - first).days / 7) if back else 0
    if back and weeks <= SHORT_SEASON:
        return [pair.tongue.say("time.season_short", count=max(weeks, 1), **fields)]
    return [pair.tongue.say("time.season", **fields)]


def mixing(pair: PairFacts) -> str:
    """Whether they come from other sites and other parts of the organisation."""
    say = pair.tongue.say
    mine, yours = pair.mentor, pair.mentee
    if not mine.unit or not yours.unit:
        units = "unknown"
    elif mine.unit == yours.unit:
        units = "same"
    else:
        units = "near" if mine.unit[0] == yours.unit[0] else "far"
    if not mine.site or not yours.site:
        sites = "unknown"
    else:
        sites = "same" if mine.site == yours.site else "far"
    fields: dict[str, Any] = {"here": mine.site, "there": yours.site}
    if (units, sites) == ("far", "far"):
        return say("mixing.both", **fields)
    for name, unit in (("function", mine.unit[:1]), ("top", yours.unit[:1]), ("unit", yours.unit)):
        fields[name] = unit[-1] if unit else ""
    return f"{say(f'mixing.unit_{units}', **fields)} {say(f'mixing.site_{sites}', **fields)}"


def preferences(pair: PairFacts) -> str:
    """Whether they named each other among the people they would like."""
    say, names = pair.tongue.say, pair.names
    forward = pair.mentor.id in pair.learns.prefers[:NAMED_AT_MOST]
    back = pair.mentee.id in pair.shares.prefers[:NAMED_AT_MOST]
    if forward and back:
        return say("named.both", **names)
    told = [say("named.mentor", **names)] if forward else []
    told += [say("named.mentee", **names)] if back else []
    for place, person, named in (
        (pair.learns, pair.mentee, forward),
        (pair.shares, pair.mentor, back),
    ):
        if place.prefers and not named:
            told.append(say("named.others", name=person.short))
    return " ".join(told) or say("named.none", **names)


def waiting(pair: PairFacts) -> str:
    """How many rounds each has already waited."""
    sides: tuple[tuple[PersonRecord, PlaceRecord], ...] = (
        (pair.mentee, pair.learns),
        (pair.mentor, pair.shares),
    )
    told = [
        pair.tongue.say("waited", count=place.waiting, name=person.short)
        for person, place in sides
        if place.waiting
    ]
    return " ".join(told) or pair.tongue.say("waited.none")


def style(pair: PairFacts) -> str:
    """How far apart their ways of working are."""
    mine, yours = pair.shares.style, pair.learns.style
    if mine is None or yours is None:
        return pair.tongue.say("style.unknown")
    apart = abs(mine - yours)
    degree = "strong" if apart >= 2 / 3 else "some" if apart >= 1 / 3 else "alike"
    return pair.tongue.say(f"style.{degree}")


TELLERS: Mapping[str, Callable[[PairFacts], str]] = {
    "topics": topics,
    "reciprocity": reciprocity,
    "language": language,
    "availability": availability,
    "mixing": mixing,
    "preferences": preferences,
    "waiting": waiting,
    "style": style,
}


def title(pair: PairFacts, criterion: str) -> str:
    """The heading of a criterion, with the person's name where it is about one."""
    return pair.tongue.say(f"title.{criterion}", **pair.names)


def reasons(pair: PairFacts, parts: Mapping[str, tuple[float, float]]) -> tuple[Reason, ...]:
    """All criteria that count, the heaviest first; `parts` is criterion to (weight, earned)."""
    counted = [name for name in TELLERS if parts.get(name, (0, 0))[0] > 0]
    counted.sort(key=lambda name: -parts[name][0])
    rounded = shown([parts[name] for name in counted])
    return tuple(
        Reason(name, title(pair, name), TELLERS[name](pair), weight, earned)
        for name, (weight, earned) in zip(counted, rounded, strict=True)
    )
