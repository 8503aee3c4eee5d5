"""Verbs of meetings: propose, accept, move, take off, say that one took place; calendars."""

from viceversa.relationships.actions.meetings.ending import clear_ahead
from viceversa.relationships.actions.meetings.feeding import close_feed, open_feed
from viceversa.relationships.actions.meetings.gate import NEUTRAL, UnableToMeet
from viceversa.relationships.actions.meetings.holding import confirm_held, log_held
from viceversa.relationships.actions.meetings.moving import (
    ask_another_time,
    move,
    take_off,
)
from viceversa.relationships.actions.meetings.placing import place_cohort, place_meetings
from viceversa.relationships.actions.meetings.proposing import accept, propose
from viceversa.relationships.actions.meetings.reminding import remind
from viceversa.relationships.actions.meetings.repeating import (
    accept_series,
    end_series,
    propose_series,
)
from viceversa.relationships.actions.meetings.replying import take_reply
from viceversa.relationships.actions.meetings.subscribing import (
    UnableToSubscribe,
    read_feed,
    read_feeds,
    subscribe,
    unsubscribe,
)

__all__ = [
    "NEUTRAL",
    "UnableToMeet",
    "UnableToSubscribe",
    "accept",
    "accept_series",
    "ask_another_time",
    "close_feed",
    "confirm_held",
    "end_series",
    "log_held",
    "move",
    "open_feed",
    "place_cohort",
    "place_meetings",
    "propose",
    "propose_series",
    "read_feed",
    "read_feeds",
    "remind",
    "subscribe",
    "take_off",
    "clear_ahead",
    "take_reply",
    "unsubscribe",
]
