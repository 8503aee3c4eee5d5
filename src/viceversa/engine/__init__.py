"""The matching engine: a question in, a proven answer and its reasons out. Pure, no clock.

Everything a customer needs is named here; a name loads its module when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .certificate import Verification, verify
    from .explain import (
        Alternative,
        Move,
        Verdict,
        alternatives,
        force,
        rules_for,
        verdict,
    )
    from .feasibility import RuleCheck, nearest_shared_manager
    from .metrics import (
        Distribution,
        Histogram,
        distribution,
        histogram,
        score_matrix,
    )
    from .problem import (
        CRITERIA,
        OBJECTIVES,
        Ban,
        Cancelled,
        EngineError,
        Fault,
        Infeasible,
        Notice,
        Participant,
        Person,
        Pin,
        Policy,
        Problem,
        ProblemError,
        Rules,
        Weights,
        Wish,
    )
    from .solvers import (
        Contribution,
        Counts,
        Exchange,
        Gift,
        Pair,
        Progress,
        Solution,
        Unmatched,
        solve,
    )

_HOME = {
    "certificate": ("Verification", "verify"),
    "explain": (
        "Alternative", "Move", "Verdict", "alternatives", "force", "rules_for", "verdict",
    ),
    "feasibility": ("RuleCheck", "nearest_shared_manager"),
    "metrics": ("Distribution", "Histogram", "distribution", "histogram", "score_matrix"),
    "problem": (
        "CRITERIA", "OBJECTIVES", "Ban", "Cancelled", "EngineError", "Fault", "Infeasible",
        "Notice", "Participant", "Person", "Pin", "Policy", "Problem", "ProblemError", "Rules",
        "Weights", "Wish",
    ),
    "solvers": (
        "Contribution", "Counts", "Exchange", "Gift", "Pair", "Progress", "Solution",
        "Unmatched", "solve",
    ),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a name of the front door on first use."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})
