"""What is read of endings: the farewell page, cards, past relationships, a cohort's figures."""

from viceversa.relationships.queries.closing.cards import ClosingCard, closing_card, closing_cards
from viceversa.relationships.queries.closing.cohort import (
    CohortEndings,
    Named,
    cohort_endings,
    nominations,
)
from viceversa.relationships.queries.closing.farewell import Farewell, Looked, farewell
from viceversa.relationships.queries.closing.letters import letter_by_number, own_letter
from viceversa.relationships.queries.closing.past import Past, past

__all__ = [
    "ClosingCard",
    "CohortEndings",
    "Farewell",
    "Looked",
    "Named",
    "Past",
    "closing_card",
    "closing_cards",
    "cohort_endings",
    "farewell",
    "letter_by_number",
    "nominations",
    "own_letter",
    "past",
]
