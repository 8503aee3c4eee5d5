"""Verbs of endings: end, pause, resume, begin a planned end, look back, choose, issue letters."""

from viceversa.relationships.actions.closing.beginning import (
    UnableToClose,
    begin_closing,
    begin_due,
)
from viceversa.relationships.actions.closing.choosing import UnableToChoose, choose, nominate
from viceversa.relationships.actions.closing.daily import Day, daily
from viceversa.relationships.actions.closing.ending import UnableToEnd, end_without_fault
from viceversa.relationships.actions.closing.letters import UnableToIssue, issue_letter
from viceversa.relationships.actions.closing.reflecting import (
    UnableToReflect,
    send_thanks,
    write_reflection,
)
from viceversa.relationships.actions.closing.resting import (
    UnableToRest,
    pause,
    resume,
    resume_due,
)
from viceversa.relationships.actions.closing.settling import close_due, remind_due, settle

__all__ = [
    "Day",
    "UnableToChoose",
    "UnableToClose",
    "UnableToEnd",
    "UnableToIssue",
    "UnableToReflect",
    "UnableToRest",
    "begin_closing",
    "begin_due",
    "choose",
    "close_due",
    "daily",
    "end_without_fault",
    "issue_letter",
    "nominate",
    "pause",
    "remind_due",
    "resume",
    "resume_due",
    "send_thanks",
    "settle",
    "write_reflection",
]
