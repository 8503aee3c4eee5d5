"""Somebody without a partner: what is in the way, and the smallest changes that would help."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from viceversa.matching.rules.records import Role

if TYPE_CHECKING:
    from viceversa.matching.rules.sentences.teller import Teller


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Finished sentences; `would_help` is empty where nothing short of a new person would."""

    in_the_way: str
    would_help: tuple[str, ...]


def facts_of(unmatched: Any) -> dict[str, Any]:
    """What the engine says about somebody left out, as JSON-ready data to keep."""
    return {}


def told(
    teller: "Teller", person: str, role: Role, reason: str, facts: Mapping[str, Any]
) -> LeftOut:
    return LeftOut(reason, ())
