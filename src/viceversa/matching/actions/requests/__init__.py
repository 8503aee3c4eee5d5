"""Asking for a partner oneself: to ask one person, to take that back, to wish for a topic."""

from viceversa.matching.actions.requests.asking import (
    UnableToAsk,
    ask_partner,
    take_request_back,
)
from viceversa.matching.actions.requests.wishing import UnableToWish, wish_for_topic

__all__ = ["UnableToAsk", "UnableToWish", "ask_partner", "take_request_back", "wish_for_topic"]
