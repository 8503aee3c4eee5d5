"""Reasons: verdicts, the exact price of every wish, who is left out and what would help."""

from .bottleneck import Bottleneck, bottleneck
from .difference import Difference, difference
from .force import Alternative, Move, alternatives, force
from .recruit import Profile, recruit_next
from .remedies import Remedy, remedies
from .suggest import Suggestion, suggestions
from .verdict import Verdict, allowed, rules_for, verdict

__all__ = [
    "Alternative",
    "Bottleneck",
    "Difference",
    "Move",
    "Profile",
    "Remedy",
    "Suggestion",
    "Verdict",
    "allowed",
    "alternatives",
    "bottleneck",
    "difference",
    "force",
    "recruit_next",
    "remedies",
    "rules_for",
    "suggestions",
    "verdict",
]
