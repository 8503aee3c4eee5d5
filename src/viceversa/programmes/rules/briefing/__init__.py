"""The briefing: one short course for each role, in both languages, chapter by chapter."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

PACE = 130  # words a minute, for whoever reads in order to remember
THINKING = 0.5  # minutes for the question of a chapter


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer a chapter’s question, and what there is to say about it."""

    text: str
    reply: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A few minutes of reading, three things to keep in mind, and a question without points."""

    code: str
    title: str
    text: tuple[str, ...]
    points: tuple[str, ...]
    ask: str
    options: tuple[Option, ...]

    @property
    def minutes(self) -> int:
        """How long it takes to read it with care, the question included."""
        replies = (word for option in self.options for word in (option.text, option.reply))
        words = sum(len(each.split()) for each in (*self.text, *self.points, self.ask, *replies))
        return max(1, round(words / PACE + THINKING))


@cache
def course(role: str, language: str) -> tuple[Chapter, ...]:
    """Return the chapters for `mentor` or `mentee`; in English for any language but Italian."""
    text = files(__package__).joinpath(f"{role}.toml").read_text(encoding="utf-8")
    spoken = "it" if language.startswith("it") else "en"
    return tuple(_chapter(line["code"], line[spoken]) for line in tomllib.loads(text)["chapter"])


def codes(role: str) -> tuple[str, ...]:
    """Return the codes of a role’s chapters in their order."""
    return tuple(chapter.code for chapter in course(role, "en"))


def is_complete(role: str, read: Collection[str]) -> bool:
    """Tell whether every chapter of a role has been read."""
    return set(codes(role)) <= set(read)


def _chapter(code: str, line: dict[str, Any]) -> Chapter:
    return Chapter(
        code=code,
        title=line["title"],
        text=tuple(line["text"]),
        points=tuple(line["points"]),
        ask=line["ask"],
        options=tuple(Option(text, reply) for text, reply in line["options"]),
    )
