"""Verbs of momentum: guard, respond, flag a reporting line, tune a cohort."""

from viceversa.relationships.actions.momentum.flagging import flag_lines
from viceversa.relationships.actions.momentum.guarding import guard
from viceversa.relationships.actions.momentum.responding import (
    UnableToRespond,
    call_done,
    say_on_it,
    send_response,
    snooze,
    waive_line,
)
from viceversa.relationships.actions.momentum.tuning import UnableToTune, tune

__all__ = [
    "UnableToRespond",
    "UnableToTune",
    "call_done",
    "flag_lines",
    "guard",
    "say_on_it",
    "send_response",
    "snooze",
    "tune",
    "waive_line",
]
