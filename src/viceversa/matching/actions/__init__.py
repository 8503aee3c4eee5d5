"""Verbs of matching: prepare, solve, decide, steer, publish, ask people, open by hand."""

from viceversa.matching.actions.by_hand import UnableToOpenByHand, open_by_hand
from viceversa.matching.actions.changing import OutOfDate, UnableToChange
from viceversa.matching.actions.deciding import UnableToPin, forbid, lift, note_pair, pin
from viceversa.matching.actions.examining import examine
from viceversa.matching.actions.offers import (
    UnableToAnswer,
    UnableToTakeBack,
    ask_later,
    say_no,
    say_yes,
    take_back,
    tend_offers,
    write_again,
)
from viceversa.matching.actions.opening_circles import UnableToOpenCircles, open_circles
from viceversa.matching.actions.pinning_lists import pin_list
from viceversa.matching.actions.preparing import UnableToPrepare, prepare
from viceversa.matching.actions.publishing import UnableToPublish, publish
from viceversa.matching.actions.solving import (
    UnableToSolve,
    request_solving,
    run_solving,
    solve_now,
)
from viceversa.matching.actions.steering import (
    cancel_solving,
    change_policy,
    discard,
    save_for_later,
    write_note,
)

__all__ = [
    "OutOfDate",
    "UnableToAnswer",
    "UnableToChange",
    "UnableToOpenByHand",
    "UnableToOpenCircles",
    "UnableToPin",
    "UnableToPrepare",
    "UnableToPublish",
    "UnableToSolve",
    "UnableToTakeBack",
    "ask_later",
    "cancel_solving",
    "change_policy",
    "discard",
    "examine",
    "forbid",
    "lift",
    "note_pair",
    "open_by_hand",
    "open_circles",
    "pin",
    "pin_list",
    "prepare",
    "publish",
    "request_solving",
    "run_solving",
    "save_for_later",
    "say_no",
    "say_yes",
    "solve_now",
    "take_back",
    "tend_offers",
    "write_again",
    "write_note",
]
