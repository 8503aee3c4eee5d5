"""Verbs of measurement: look at oneself, share it, take it back, add a topic, forget it all."""

from viceversa.measurement.actions.answering import (
    UnableToAnswer,
    answer,
    begin_self_check,
)
from viceversa.measurement.actions.forgetting import forget_self_checks
from viceversa.measurement.actions.profile import UnableToAddTopic, add_topic
from viceversa.measurement.actions.sharing import UnableToShare, share, take_back

__all__ = [
    "UnableToAddTopic",
    "UnableToAnswer",
    "UnableToShare",
    "add_topic",
    "answer",
    "begin_self_check",
    "forget_self_checks",
    "share",
    "take_back",
]
