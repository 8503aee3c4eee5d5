"""Preferences: up to five people named on each side."""

from viceversa.engine.problem.tables import HALF, Amount, Named, Position


def preferences(t: Named, i: Position, j: Position) -> Amount:
    """Half for each of the two who named the other.

    Whoever named nobody present is content with anyone and adds a quarter.
    """
    earned = t.content_mentee[i] + t.content_mentor[j]
    for k in range(t.named_by_mentee.shape[1]):
        earned = earned + (t.named_by_mentee[i, k] == j) * HALF
    for k in range(t.named_by_mentor.shape[1]):
        earned = earned + (t.named_by_mentor[j, k] == i) * HALF
    return earned
