"""Availability: minutes a week when both are free, in UTC so that zones need no thought."""

import numpy as np

from viceversa.engine.problem.tables import HALF, UNIT, Amount, Position, Week

# Four common hours a week are ample: beyond them nothing is gained.
AMPLE_MINUTES = 240


def common_minutes(t: Week, i: Position, j: Position) -> Amount:
    """Minutes a week in which both are free; 0 where one of them declared nothing."""
    minutes = i * 0 + j * 0
    for w in range(t.slot_minutes.shape[0]):
        shared = t.free_mentee[w, i] & t.free_mentor[w, j]
        minutes = minutes + np.bitwise_count(shared) * t.slot_minutes[w]
    return minutes


def availability(t: Week, i: Position, j: Position) -> Amount:
    """Common minutes as a part of four hours, at most UNIT; undeclared counts as half."""
    # The loop of `common_minutes` again: compiled formulas call no other formula.
    minutes = i * 0 + j * 0
    for w in range(t.slot_minutes.shape[0]):
        shared = t.free_mentee[w, i] & t.free_mentor[w, j]
        minutes = minutes + np.bitwise_count(shared) * t.slot_minutes[w]
    known = t.timed_mentee[i] * t.timed_mentor[j]
    earned = np.minimum(minutes, AMPLE_MINUTES) * UNIT // AMPLE_MINUTES
    return known * earned + (1 - known) * HALF
