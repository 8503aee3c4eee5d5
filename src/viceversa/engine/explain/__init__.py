"""Reasons: verdicts, the exact price of every wish, who is left out and what would help."""

from .force import Alternative, Move, alternatives, force
from .verdict import Verdict, rules_for, verdict

__all__ = [
    "Alternative",
    "Move",
    "Verdict",
    "alternatives",
    "force",
    "rules_for",
    "verdict",
]
