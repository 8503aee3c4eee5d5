"""Tables of relationships."""

from viceversa.relationships.models.agreement import (
    Acceptance,
    Agreement,
    Part,
    Revision,
    Signature,
    Version,
)
from viceversa.relationships.models.note import Note
from viceversa.relationships.models.relationship import Member, Relationship, Step

__all__ = [
    "Acceptance",
    "Agreement",
    "Member",
    "Note",
    "Part",
    "Relationship",
    "Revision",
    "Signature",
    "Step",
    "Version",
]
