"""Two invented people and everything a sentence may want to know about them."""

from dataclasses import replace
from datetime import date
from typing import Any

from viceversa.matching.rules.records import (
    Language,
    PersonRecord,
    PlaceRecord,
    Roster,
    TopicRecord,
)
from viceversa.matching.rules.sentences import Teller
from viceversa.programmes.rules.policy import MatchingPolicy

TOPICS = {
    "ai": TopicRecord("AI assistants", "Assistenti AI", "5.3"),
    "charts": TopicRecord("Charts", "Grafici"),
    "video": TopicRecord("Short video", "Video brevi"),
    "talk": TopicRecord("Negotiation", "Negoziazione"),
    "top": TopicRecord("How decisions are made", "Come si decide"),
}
LUCIA = PersonRecord("L", "Lucia Bonfanti", "Lucia", "Chief executive", ("Executive",), "Milano")
SOFIA = PersonRecord(
    "S", "Sofia D’Agnolo", "Sofia", "Data analyst", ("Technology", "Data"), "Torino",
    languages=("it", "en"), level=2, manager="L",
)  # fmt: skip
ALBERTO = PersonRecord(
    "A", "Alberto Brambilla", "Alberto", "Head of procurement", ("Operations", "Procurement"),
    "Brescia", languages=("it",), level=6, manager="L",
)  # fmt: skip
SHARES = PlaceRecord(
    "S", "mentor", wants=(("top", 3), ("talk", 2)), offers=(("charts", 6), ("ai", 6)),
    availability=((0, 17 * 60, 18 * 60), (2, 8 * 60 + 30, 10 * 60)),
)  # fmt: skip
LEARNS = PlaceRecord(
    "A", "mentee", wants=(("charts", 2), ("ai", 3)), offers=(("talk", 5), ("top", 5)),
    availability=((0, 17 * 60, 19 * 60), (2, 8 * 60, 9 * 60 + 30)),
)  # fmt: skip


def teller(
    language: Language = "en",
    *,
    mentor: dict[str, Any] | None = None,
    mentee: dict[str, Any] | None = None,
    shares: dict[str, Any] | None = None,
    learns: dict[str, Any] | None = None,
    on: date = date(2026, 11, 9),
    policy: MatchingPolicy | None = None,
) -> Teller:
    """Sofia and Alberto with some facts replaced."""
    roster = Roster(
        people=(LUCIA, replace(SOFIA, **mentor or {}), replace(ALBERTO, **mentee or {})),
        places=(replace(SHARES, **shares or {}), replace(LEARNS, **learns or {})),
        topics=TOPICS,
        on=on,
    )
    return Teller(roster, policy or MatchingPolicy(), language)


def told(criterion: str, language: Language = "en", **changes: Any) -> str:
    """The sentence of one criterion about the two."""
    (reason,) = teller(language, **changes).reasons("S", "A", {criterion: (0.5, 0.25)})
    return reason.text.replace("\u00a0", " ")  # “2 h” does not break over two lines
