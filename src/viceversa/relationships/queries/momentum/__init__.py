"""What is read of momentum: open pushes for two kinds of readers, parameters, figures."""

from viceversa.relationships.queries.momentum.facts import parameters_of
from viceversa.relationships.queries.momentum.figures import MeetingFigures, meeting_figures
from viceversa.relationships.queries.momentum.pushes import (
    Push,
    Pushed,
    count_waiting,
    nudge_of,
    pushes_for,
    put_off,
    times_for,
    waiting_for_you,
)

__all__ = [
    "MeetingFigures",
    "Push",
    "Pushed",
    "count_waiting",
    "meeting_figures",
    "nudge_of",
    "parameters_of",
    "pushes_for",
    "put_off",
    "times_for",
    "waiting_for_you",
]
