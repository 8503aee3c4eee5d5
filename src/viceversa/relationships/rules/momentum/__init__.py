"""The momentum guard as rules: facts of a relationship in, the signals that hold out."""

from viceversa.relationships.rules.momentum.facts import Encounter, Facts
from viceversa.relationships.rules.momentum.parameters import BOUNDS, Parameters, read
from viceversa.relationships.rules.momentum.signals import Found, signals

__all__ = ["BOUNDS", "Encounter", "Facts", "Found", "Parameters", "read", "signals"]
