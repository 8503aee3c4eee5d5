"""Session plans and first-meeting kits, ours, a file each in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, ClassVar

FIRST = "first"  # kits for the first meeting: a rung of their own, before the three
RUNGS = ("tools", "audience", "strategy")


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    en: str
    it: str
    do_not_call_in_templates: ClassVar[bool] = True

    def __call__(self, language: str) -> str:
        """Return the Italian for `it`, the English for anything else."""
        return self.it if language == "it" else self.en


@dataclass(frozen=True, slots=True)
class Part:
    """Some minutes of a plan; `gives` is mentor, mentee or both."""

    minutes: int
    gives: str
    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Plan:
    """One session plan: parts that go both ways and two small experiments to choose from.

    `topics` and `gives_back` are codes of the catalogue: what is shown, what may come back.
    """

    code: str
    rung: str
    title: Words
    about: Words
    topics: tuple[str, ...]
    gives_back: tuple[str, ...]
    parts: tuple[Part, ...]
    ideas: tuple[Words, Words]

    @property
    def minutes(self) -> int:
        """Its length as written."""
        return sum(part.minutes for part in self.parts)


@cache
def library() -> Mapping[str, Plan]:
    """Return every plan by its code: kits first, then rung by rung, by their place or code."""
    plans = {}
    for rung in (FIRST, *RUNGS):
        folder = files(__package__).joinpath(rung)
        texts = (file.read_text("utf-8") for file in folder.iterdir() if _is_plan(file.name))
        for facts in sorted(map(tomllib.loads, texts), key=_order):
            plans[facts["code"]] = _plan(facts, rung)
    return plans


def _is_plan(name: str) -> bool:
    return name.endswith(".toml")


def _order(facts: Mapping[str, Any]) -> tuple[int, str]:
    return facts.get("place", 0), facts["code"]


def _plan(facts: Mapping[str, Any], rung: str) -> Plan:
    first, second = facts["idea"]
    return Plan(
        code=facts["code"],
        rung=rung,
        title=Words(facts["en"]["title"], facts["it"]["title"]),
        about=Words(facts["en"]["about"], facts["it"]["about"]),
        topics=tuple(facts["topics"]),
        gives_back=tuple(facts["gives_back"]),
        parts=tuple(
            Part(
                minutes=part["minutes"],
                gives=part["gives"],
                title=Words(part["en"][0], part["it"][0]),
                text=Words(part["en"][1], part["it"][1]),
            )
            for part in facts["part"]
        ),
        ideas=(Words(first["en"], first["it"]), Words(second["en"], second["it"])),
    )
