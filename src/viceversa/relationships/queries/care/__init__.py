"""What is read for care: concerns for their two readers, hours, how full somebody is."""

from viceversa.relationships.queries.care.concerns import (
    ConcernShown,
    CounselFigures,
    concerns_today,
    counsel,
    counsel_one,
    has_open_concern,
    is_counsellor,
    own_concern,
    own_concerns,
)
from viceversa.relationships.queries.care.doors import Door, door, is_late
from viceversa.relationships.queries.care.hours import (
    OwnHours,
    TeamHours,
    own_hours,
    shown_hours,
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
    "concerns_today",
    "counsel",
    "counsel_one",
    "door",
    "has_open_concern",
    "is_counsellor",
    "is_late",
    "loads_of",
    "own_concern",
    "own_concerns",
    "own_hours",
    "shown_hours",
    "team_hours",
]
