"""The components, grouped by what they are for; importing this package registers them all."""

from viceversa.web.ui.components import (
    actions,
    assess,
    charts,
    cohort,
    forms,
    frame,
    importing,
    letters,
    lists,
    meetings,
    people,
    plans,
    round,
    tables,
    talk,
    telling,
)

__all__ = [
    "actions",
    "assess",
    "charts",
    "cohort",
    "forms",
    "frame",
    "importing",
    "letters",
    "lists",
    "meetings",
    "people",
    "plans",
    "round",
    "tables",
    "talk",
    "telling",
]
