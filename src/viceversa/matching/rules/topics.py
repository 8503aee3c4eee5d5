"""Topics as free text: where there is no catalogue, the same words are the same topic."""

import re
from collections.abc import Iterable
from typing import Final

from viceversa.matching.rules.records import TopicRecord
from viceversa.people.rules.folding import plain

_HYPHENS: Final = re.compile(r"[_\-\u2010-\u2015]+")


def code_of(text: str) -> str:
    """The topic a text means: without regard to case, accents, hyphens and spaces.

    >>> code_of("Intelligenza  artificiale") == code_of("INTELLIGENZA-ARTIFICIALE")
    True
    """
    return plain(_HYPHENS.sub(" ", text))


def named(texts: Iterable[str]) -> dict[str, TopicRecord]:
    """A catalogue of the texts: each topic is called as it was first written."""
    topics: dict[str, TopicRecord] = {}
    for text in texts:
        written = " ".join(text.split())
        topics.setdefault(code_of(text), TopicRecord(written, written))
    return topics
