"""One paragraph about a pair: chosen, possible or impossible, and what decides it."""

from typing import TYPE_CHECKING

from viceversa.matching.rules.sentences import checks
from viceversa.matching.rules.sentences.pair import PairFacts
from viceversa.matching.rules.sentences.reasons import title

if TYPE_CHECKING:
    from viceversa import engine

STRONGEST = 2


def told(pair: PairFacts, given: "engine.Verdict") -> str:
    """The paragraph for the engine's verdict on the pair."""
    say, names = pair.tongue.say, pair.names
    fit = pair.tongue.decimal(given.score)
    broken = [checks.line(pair, rule) for rule in given.rules if not rule.passed]
    if given.state == "impossible":
        why = [f"{rule.title}: {rule.fact}." if rule.fact else f"{rule.title}." for rule in broken]
        return " ".join([say("verdict.impossible", **names), *why])
    if given.state == "possible":
        return " ".join([say("verdict.possible", fit=fit, **names), _strength(pair, given)]).strip()
    told = [say("verdict.pinned" if given.pinned else "verdict.chosen", fit=fit, **names)]
    if broken:
        rules = pair.tongue.listed([pair.tongue.quoted(rule.title) for rule in broken])
        told.append(say("verdict.overridden", rules=rules))
    return " ".join([*told, _strength(pair, given)]).strip()


def _strength(pair: PairFacts, given: "engine.Verdict") -> str:
    """The criteria that gave most of the fit."""
    earned = {name: part.weight_share * part.earned for name, part in given.contributions.items()}
    best = sorted((name for name in earned if earned[name] > 0), key=lambda name: -earned[name])
    titles = [pair.tongue.quoted(title(pair, name)) for name in best[:STRONGEST]]
    if not titles:
        return ""
    return pair.tongue.say("verdict.strength", titles=pair.tongue.listed(titles))
