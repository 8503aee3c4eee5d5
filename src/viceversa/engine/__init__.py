"""The matching engine: a question in, a proven answer and its reasons out. Pure, no clock.

Everything a customer needs is named here; a name loads its module when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .allocation import Allocation as Allocation
    from .allocation import allocate as allocate
    from .certificate import Verification as Verification
    from .certificate import verify as verify
    from .circles import Circle as Circle
    from .circles import CirclePolicy as CirclePolicy
    from .circles import Circles as Circles
    from .circles import form_circles as form_circles
    from .cluster import DaskScheduler as DaskScheduler
    from .explain import Alternative as Alternative
    from .explain import Bottleneck as Bottleneck
    from .explain import Difference as Difference
    from .explain import Move as Move
    from .explain import Profile as Profile
    from .explain import Remedy as Remedy
    from .explain import Suggestion as Suggestion
    from .explain import Verdict as Verdict
    from .explain import allowed as allowed
    from .explain import alternatives as alternatives
    from .explain import bottleneck as bottleneck
    from .explain import difference as difference
    from .explain import force as force
    from .explain import recruit_next as recruit_next
    from .explain import remedies as remedies
    from .explain import rules_for as rules_for
    from .explain import suggestions as suggestions
    from .explain import verdict as verdict
    from .feasibility import RuleCheck as RuleCheck
    from .feasibility import nearest_shared_manager as nearest_shared_manager
    from .metrics import Audit as Audit
    from .metrics import Distribution as Distribution
    from .metrics import GroupLine as GroupLine
    from .metrics import Histogram as Histogram
    from .metrics import Interval as Interval
    from .metrics import Point as Point
    from .metrics import Robustness as Robustness
    from .metrics import audit as audit
    from .metrics import distribution as distribution
    from .metrics import frontier as frontier
    from .metrics import histogram as histogram
    from .metrics import robustness as robustness
    from .metrics import score_matrix as score_matrix
    from .problem import CRITERIA as CRITERIA
    from .problem import OBJECTIVES as OBJECTIVES
    from .problem import Ban as Ban
    from .problem import Cancelled as Cancelled
    from .problem import CertificateError as CertificateError
    from .problem import EngineError as EngineError
    from .problem import Fault as Fault
    from .problem import Infeasible as Infeasible
    from .problem import Notice as Notice
    from .problem import Participant as Participant
    from .problem import Person as Person
    from .problem import Pin as Pin
    from .problem import Policy as Policy
    from .problem import Problem as Problem
    from .problem import ProblemError as ProblemError
    from .problem import Rules as Rules
    from .problem import Weights as Weights
    from .problem import Wish as Wish
    from .solvers import Contribution as Contribution
    from .solvers import Counts as Counts
    from .solvers import Exchange as Exchange
    from .solvers import Gift as Gift
    from .solvers import Pair as Pair
    from .solvers import Progress as Progress
    from .solvers import Solution as Solution
    from .solvers import Unmatched as Unmatched
    from .solvers import restore as restore
    from .solvers import solve as solve

_HOME = {
    "allocation": ("Allocation allocate"),
    "certificate": ("Verification verify"),
    "circles": ("Circle CirclePolicy Circles form_circles"),
    "cluster": ("DaskScheduler"),
    "explain": (
        "Alternative Bottleneck Difference Move Profile Remedy Suggestion Verdict "
        "allowed alternatives bottleneck difference force recruit_next remedies rules_for "
        "suggestions verdict"
    ),
    "feasibility": ("RuleCheck nearest_shared_manager"),
    "metrics": (
        "Audit Distribution GroupLine Histogram Interval Point Robustness audit "
        "distribution frontier histogram robustness score_matrix"
    ),
    "problem": (
        "CRITERIA OBJECTIVES Ban Cancelled CertificateError EngineError Fault Infeasible "
        "Notice Participant Person Pin Policy Problem ProblemError Rules Weights Wish"
    ),
    "solvers": ("Contribution Counts Exchange Gift Pair Progress Solution Unmatched restore solve"),
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Load a name of the front door on first use."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})
