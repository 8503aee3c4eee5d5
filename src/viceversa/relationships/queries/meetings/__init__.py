"""What is read of meetings: lists, numbers, free times, what a delegate may know."""

from viceversa.relationships.queries.meetings.reading import (
    held,
    meetings_of,
    next_meeting,
    to_confirm,
)

__all__ = ["held", "meetings_of", "next_meeting", "to_confirm"]
