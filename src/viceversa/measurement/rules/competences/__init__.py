"""The 21 competences of DigComp in five areas, described in sentences of our own.

Codes, order and titles follow the framework of the European Commission (Joint Research Centre);
the questions, the four bands and the examples are written for people who decide things at work.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FILES = ("information", "communication", "creation", "safety", "problems")
BANDS = ("base", "intermediate", "advanced", "specialised")  # the order of the files


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    en: str
    it: str

    def in_(self, language: str) -> str:
        """Return the text in a language; English for any but Italian."""
        return self.it if language.startswith("it") else self.en


@dataclass(frozen=True, slots=True)
class BandWords:
    """What somebody does in a band, and an example from an ordinary week."""

    band: str
    does: Words
    example: Words


@dataclass(frozen=True, slots=True)
class Competence:
    """One of the 21: its code such as `2.6`, its area, its question and its four bands.

    `starter` marks those asked first; each of them has a `lens`, one sentence on doing it with an
    AI assistant.
    """

    code: str
    area: Words
    title: Words
    about: Words
    bands: tuple[BandWords, ...]
    starter: bool
    lens: Words | None


@cache
def competences() -> tuple[Competence, ...]:
    """Return the 21 in the order of their codes."""
    found: list[Competence] = []
    for name in FILES:
        text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        area = tomllib.loads(text)
        found += [_competence(line, Words(area["en"], area["it"])) for line in area["competence"]]
    return tuple(found)


@cache
def by_code() -> dict[str, Competence]:
    """Return the competences by their codes."""
    return {each.code: each for each in competences()}


def starters() -> tuple[Competence, ...]:
    """Return the nine that are asked first."""
    return tuple(each for each in competences() if each.starter)


def _competence(line: dict[str, Any], area: Words) -> Competence:
    bands = zip(BANDS, line["band"], strict=True)
    return Competence(
        code=line["code"],
        area=area,
        title=Words(line["en"], line["it"]),
        about=Words(line["about_en"], line["about_it"]),
        bands=tuple(
            BandWords(band, *(Words(en, it) for en, it in zip(b["en"], b["it"], strict=True)))
            for band, b in bands
        ),
        starter=line.get("starter", False),
        lens=Words(line["lens_en"], line["lens_it"]) if "lens_en" in line else None,
    )
