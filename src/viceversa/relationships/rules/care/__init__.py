"""Care in plain rules: when an answer is due, hours as one total, who goes on."""

from viceversa.relationships.rules.care.hours import total_hours
from viceversa.relationships.rules.care.leaving import Outcome, outcome
from viceversa.relationships.rules.care.promise import answer_by

__all__ = ["Outcome", "answer_by", "outcome", "total_hours"]
