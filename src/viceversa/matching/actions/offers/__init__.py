"""Asking people about a pair: offering, answering, what the answers lead to, keeping at it."""

from viceversa.matching.actions.offers.answering import UnableToAnswer, ask_later, say_no, say_yes
from viceversa.matching.actions.offers.tending import (
    UnableToTakeBack,
    take_back,
    tend_offers,
    write_again,
)

__all__ = [
    "UnableToAnswer",
    "UnableToTakeBack",
    "ask_later",
    "say_no",
    "say_yes",
    "take_back",
    "tend_offers",
    "write_again",
]
