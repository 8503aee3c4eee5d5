"""The sentences of a question in the language of the page."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import get_language

from viceversa.matching.rules.question import Question
from viceversa.matching.rules.records import Language
from viceversa.matching.rules.sentences import Teller
from viceversa.matching.rules.sentences.tongue import Tongue


def page_language() -> Language:
    """`it` or `en`, whichever the page speaks."""
    return "it" if (get_language() or "").startswith("it") else "en"


def teller_of(question: Question) -> Teller:
    """Return the teller of a question in the language of the page."""
    return Teller(question.roster, question.policy, page_language())


def broken_rule_titles(rules: Sequence[str], mentor: str, mentee: str) -> list[str]:
    """Say which rules a pair breaks, by their names; `mentor` and `mentee` are how to call them."""
    tongue = Tongue(page_language())
    fields: dict[str, Any] = {"mentor": mentor, "mentee": mentee}
    return [
        tongue.say("rule.must.no", criterion=tongue.say(f"title.{rule[5:]}", **fields))
        if rule.startswith("must-")
        else tongue.say(f"rule.{rule}.no", **fields)
        for rule in rules
    ]
