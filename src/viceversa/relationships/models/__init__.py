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
from viceversa.relationships.models.care import Concern, ConcernWords, SharedHours
from viceversa.relationships.models.closing import (
    Closing,
    Letter,
    Nomination,
    Reflection,
    RenewalAnswer,
    Rest,
    Thanks,
)
from viceversa.relationships.models.conversation import Bookmark, Entry, ReplyLink
from viceversa.relationships.models.delegation import Delegation
from viceversa.relationships.models.meeting import (
    Assent,
    Meeting,
    Move,
    Series,
    Tap,
    Whereabouts,
)
from viceversa.relationships.models.momentum import Nudge, Watch
from viceversa.relationships.models.note import Note
from viceversa.relationships.models.plans import (
    Agenda,
    AgendaItem,
    Experiment,
    Goal,
    GoalStep,
    Question,
    Takeaway,
)
from viceversa.relationships.models.relationship import Member, Relationship, Step

__all__ = [
    "Acceptance",
    "Agenda",
    "AgendaItem",
    "Agreement",
    "Assent",
    "Bookmark",
    "BusyFeed",
    "BusyTime",
    "Closing",
    "Concern",
    "ConcernWords",
    "Delegation",
    "Entry",
    "Experiment",
    "FeedAddress",
    "Goal",
    "GoalStep",
    "Letter",
    "Meeting",
    "Member",
    "Move",
    "Nomination",
    "Note",
    "Nudge",
    "Part",
    "Question",
    "Reflection",
    "Relationship",
    "RenewalAnswer",
    "ReplyLink",
    "Rest",
    "Revision",
    "Series",
    "SharedHours",
    "Signature",
    "Step",
    "Takeaway",
    "Tap",
    "Thanks",
    "Version",
    "Watch",
    "Whereabouts",
]
