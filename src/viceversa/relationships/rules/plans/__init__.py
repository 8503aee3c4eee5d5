"""What a good meeting is made of: the agenda’s arithmetic and the library of session plans."""

from viceversa.relationships.rules.plans.agenda import (
    NOTICE,
    Slice,
    due_at,
    faults,
    minutes_by_giver,
    turn_to_strategy,
)
from viceversa.relationships.rules.plans.fitting import fit
from viceversa.relationships.rules.plans.library import FIRST, RUNGS, Part, Plan, Words, library
from viceversa.relationships.rules.plans.reminding import next_reminder
from viceversa.relationships.rules.plans.searching import find, suggest

__all__ = [
    "FIRST",
    "NOTICE",
    "RUNGS",
    "Part",
    "Plan",
    "Slice",
    "Words",
    "due_at",
    "faults",
    "find",
    "fit",
    "library",
    "minutes_by_giver",
    "next_reminder",
    "suggest",
    "turn_to_strategy",
]
