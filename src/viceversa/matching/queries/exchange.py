"""What a pair would exchange, as topic codes, the most wanted first."""

from dataclasses import dataclass

from viceversa.matching.queries.telling import teller_of
from viceversa.matching.rules.question import Question
from viceversa.matching.rules.sentences import Teller
from viceversa.matching.rules.sentences.pair import ordered


@dataclass(frozen=True, slots=True)
class Codes:
    """`gives` and `gets` hold something where anything is offered; `asked_…` is what was wished."""

    gives: tuple[str, ...]
    gets: tuple[str, ...]
    asked_gives: tuple[str, ...]
    asked_gets: tuple[str, ...]

    def as_json(self) -> dict[str, list[str]]:
        """The shape kept by proposals and relationships."""
        return {"mentor": list(self.gives), "mentee": list(self.gets)}


def exchange_codes(
    question: Question, mentor: str, mentee: str, teller: Teller | None = None
) -> Codes:
    """Return what the mentor gives and what comes back, by person ids."""
    pair = (teller or teller_of(question)).pair(mentor, mentee)
    asked, back = tuple(code for code, _ in pair.learned[0]), tuple(pair.returned[0])
    return Codes(
        gives=asked or tuple(ordered(pair.shares.offers)),
        gets=back or tuple(ordered(pair.learns.offers)),
        asked_gives=asked,
        asked_gets=back,
    )
