"""Verbs of care: concerns, hours shown or kept, what follows when somebody leaves."""

from viceversa.relationships.actions.care.concerns import (
    UnableToRaise,
    acknowledge,
    add_to_concern,
    mark_read,
    raise_concern,
    reply,
    resolve,
)
from viceversa.relationships.actions.care.passing import pass_on
from viceversa.relationships.actions.care.sharing import UnableToShare, keep_hours, share_hours

__all__ = [
    "UnableToRaise",
    "UnableToShare",
    "acknowledge",
    "add_to_concern",
    "keep_hours",
    "mark_read",
    "pass_on",
    "raise_concern",
    "reply",
    "resolve",
    "share_hours",
]
