"""What is read for care: concerns for their two readers, hours, how full somebody is."""

from viceversa.relationships.queries.care.concerns import (
    ConcernShown,
    CounselFigures,
    answers_unread,
    counsel,
    counsel_figures,
    counsel_one,
    has_open_concern,
    is_counsellor,
    own_concern,
    own_concerns,
)
from viceversa.relationships.queries.care.doors import Door, door
from viceversa.relationships.queries.care.hours import (
    OwnHours,
    TeamHours,
    own_hours,
    team_hours,
)
from viceversa.relationships.queries.care.load import Load, loads_of

__all__ = [
    "ConcernShown",
    "CounselFigures",
    "Door",
    "Load",
    "OwnHours",
    "TeamHours",
    "answers_unread",
    "counsel",
    "counsel_figures",
    "counsel_one",
    "door",
    "has_open_concern",
    "is_counsellor",
    "loads_of",
    "own_concern",
    "own_concerns",
    "own_hours",
    "team_hours",
]
