"""Tables of relationships."""

from viceversa.relationships.models.agreement import (
    Acceptance,
    Agreement,
    Part,
    Revision,
    Signature,
    Version,
)
from viceversa.relationships.models.calendars import BusyFeed, BusyTime, FeedAddress
from viceversa.relationships.models.delegation import Delegation
from viceversa.relationships.models.meeting import (
    Assent,
    Meeting,
    Move,
    Series,
    Tap,
    Whereabouts,
)
from viceversa.relationships.models.note import Note
from viceversa.relationships.models.relationship import Member, Relationship, Step

__all__ = [
    "Acceptance",
    "Agreement",
    "Assent",
    "BusyFeed",
    "BusyTime",
    "Delegation",
    "FeedAddress",
    "Meeting",
    "Member",
    "Move",
    "Note",
    "Part",
    "Relationship",
    "Revision",
    "Series",
    "Signature",
    "Step",
    "Tap",
    "Version",
    "Whereabouts",
]
