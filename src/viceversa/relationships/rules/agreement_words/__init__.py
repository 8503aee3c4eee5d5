"""The text an agreement starts from: our own words in two languages, filled from what is known."""

from collections.abc import Callable

from viceversa.relationships.rules.agreement_words import en, it
from viceversa.relationships.rules.agreement_words.facts import Facts

__all__ = ["Facts", "propose"]

WRITERS: dict[str, Callable[[Facts], dict[str, str]]] = {"en": en.write, "it": it.write}


def propose(language: str, facts: Facts) -> dict[str, str]:
    """Return the proposed words of every part by its code, in `language` (`en` or `it`)."""
    return WRITERS[language](facts)
