"""The hard rules by name, and what they say about blocks of pairs and about one pair."""

from .block import RULE_NAMES, broken, broken_pairs, forbidden_by_name, infeasible
from .check import RuleCheck, check_pair, nearest_shared_manager

__all__ = [
    "RULE_NAMES",
    "RuleCheck",
    "broken",
    "broken_pairs",
    "check_pair",
    "forbidden_by_name",
    "infeasible",
    "nearest_shared_manager",
]
