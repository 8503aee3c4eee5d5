"""What is read for care: concerns for their two readers, hours, how full somebody is."""

from viceversa.relationships.queries.care.concerns import (
    ConcernShown,
    CounselFigures,
    answers_unread,
    counsel,
    counsel_figures,
    counsel_one,
    is_counsellor,
    own_concern,
    own_concerns,
)
from viceversa.relationships.queries.care.doors import Door, door

__all__ = [
    "ConcernShown",
    "CounselFigures",
    "Door",
    "answers_unread",
    "counsel",
    "counsel_figures",
    "counsel_one",
    "door",
    "is_counsellor",
    "own_concern",
    "own_concerns",
]
