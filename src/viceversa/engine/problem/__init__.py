"""The question: who takes part, under which policy, with which edits; checked and in columns."""

from .errors import (
    Cancelled,
    CertificateError,
    EngineError,
    Fault,
    Infeasible,
    ProblemError,
)
from .model import (
    CRITERIA,
    OBJECTIVES,
    Ban,
    Participant,
    Person,
    Pin,
    Policy,
    Rules,
    Weights,
    Wish,
)
from .notices import Notice
from .question import Problem
from .tables import UNIT, Tables

__all__ = [
    "CRITERIA",
    "OBJECTIVES",
    "UNIT",
    "Ban",
    "Cancelled",
    "CertificateError",
    "EngineError",
    "Fault",
    "Infeasible",
    "Notice",
    "Participant",
    "Person",
    "Pin",
    "Policy",
    "Problem",
    "ProblemError",
    "Rules",
    "Tables",
    "Weights",
    "Wish",
]
