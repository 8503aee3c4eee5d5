"""Verbs of relationships: open, move from state to state."""

from viceversa.relationships.actions.moving import UnableToMove, move
from viceversa.relationships.actions.opening import (
    Opening,
    Seat,
    UnableToOpen,
    open_relationship,
    open_relationships,
)

__all__ = [
    "Opening",
    "Seat",
    "UnableToMove",
    "UnableToOpen",
    "move",
    "open_relationship",
    "open_relationships",
]
