"""What is read of agendas, experiments, goals, takeaways and questions, by the members alone."""

from viceversa.relationships.queries.plans.agenda import (
    AgendaShown,
    ItemShown,
    agenda_of,
    agenda_state,
)
from viceversa.relationships.queries.plans.ahead import MeetingAhead, meetings_to_prepare
from viceversa.relationships.queries.plans.keeping import (
    GoalShown,
    Ideas,
    TakeawayShown,
    current_experiment,
    goals,
    ideas_for,
    open_questions,
    own_experiment,
    own_goal,
    question_for,
    takeaways,
)
from viceversa.relationships.queries.plans.outside import Outline, outline

__all__ = [
    "AgendaShown",
    "GoalShown",
    "Ideas",
    "ItemShown",
    "MeetingAhead",
    "Outline",
    "TakeawayShown",
    "agenda_of",
    "agenda_state",
    "current_experiment",
    "goals",
    "ideas_for",
    "meetings_to_prepare",
    "open_questions",
    "outline",
    "own_experiment",
    "own_goal",
    "question_for",
    "takeaways",
]
