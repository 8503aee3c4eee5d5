"""Reciprocity: how much of what the mentor would like in return the mentee gives."""

from viceversa.engine.problem.tables import Amount, Position, Returns


def reciprocity(t: Returns, i: Position, j: Position) -> Amount:
    """Weight share of the mentor's wishes that the mentee offers to meet.

    What is given counts in full, whatever its level: a gift is not graded. A mentor who wishes
    for nothing in return counts as half with everyone.
    """
    earned = t.back_neutral[j]
    for k in range(t.back_topic.shape[1]):
        earned = earned + t.back_gain[j, k] * t.give[t.back_topic[j, k], i]
    return earned
