"""Verbs of relationships: open, move from state to state, agree, write notes."""

from viceversa.relationships.actions.agreement import (
    PartChanged,
    UnableToAgree,
    accept_part,
    begin_agreement,
    sign_agreement,
    write_part,
)
from viceversa.relationships.actions.moving import UnableToMove, move
from viceversa.relationships.actions.notes import (
    UnableToNote,
    change_note,
    delete_note,
    write_note,
)
from viceversa.relationships.actions.opening import (
    Opening,
    Seat,
    UnableToOpen,
    open_relationship,
    open_relationships,
)

__all__ = [
    "Opening",
    "PartChanged",
    "Seat",
    "UnableToAgree",
    "UnableToMove",
    "UnableToNote",
    "UnableToOpen",
    "accept_part",
    "begin_agreement",
    "change_note",
    "delete_note",
    "move",
    "open_relationship",
    "open_relationships",
    "sign_agreement",
    "write_note",
    "write_part",
]
