"""The topics that come with the program: sixty-one to learn in three rungs, twenty to give back."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

RUNGS = {
    "tools": "tools.toml",
    "audience": "audience.toml",
    "strategy": "strategy.toml",
    "gives-back": "gives_back.toml",
}


@dataclass(frozen=True, slots=True)
class ShippedTopic:
    """A line of the catalogue; `digcomp` is a competence code such as `2.4`, or empty."""

    code: str
    rung: str
    name_en: str
    name_it: str
    about_en: str
    about_it: str
    digcomp: str
    aliases: tuple[str, ...]


@cache
def shipped() -> tuple[ShippedTopic, ...]:
    """Return the whole catalogue, rung by rung, in the order of the files."""
    topics = []
    for rung, name in RUNGS.items():
        text = files(__package__).joinpath(name).read_text(encoding="utf-8")
        for line in tomllib.loads(text)["topic"]:
            topics.append(
                ShippedTopic(
                    code=line["code"],
                    rung=rung,
                    name_en=line["en"],
                    name_it=line["it"],
                    about_en=line["about_en"],
                    about_it=line["about_it"],
                    digcomp=line.get("digcomp", ""),
                    aliases=tuple(line.get("aliases", ())),
                )
            )
    return tuple(topics)
