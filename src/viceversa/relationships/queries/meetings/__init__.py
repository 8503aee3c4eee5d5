"""What is read of meetings: lists, numbers, free times, what a delegate may know."""

from viceversa.relationships.queries.meetings.block import Block, Row, Shown, block, blocks
from viceversa.relationships.queries.meetings.delegates import delegation_of, handled
from viceversa.relationships.queries.meetings.reading import (
    held,
    meetings_of,
    next_meeting,
    to_confirm,
)

__all__ = [
    "Block",
    "Row",
    "Shown",
    "block",
    "blocks",
    "delegation_of",
    "handled",
    "held",
    "meetings_of",
    "next_meeting",
    "to_confirm",
]
