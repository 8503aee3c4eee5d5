"""The tables of matching."""

from viceversa.matching.models.answer import Answer
from viceversa.matching.models.decision import Decision, PairNote
from viceversa.matching.models.offer import Ask, Offer, OfferLink, ReasonTally, ReasonWords
from viceversa.matching.models.proposal import LeftOut, Proposal
from viceversa.matching.models.round import Round

__all__ = [
    "Answer",
    "Ask",
    "Decision",
    "LeftOut",
    "Offer",
    "OfferLink",
    "PairNote",
    "Proposal",
    "ReasonTally",
    "ReasonWords",
    "Round",
]
