"""Waiting: whoever went without in earlier rounds comes first when places are short."""

from viceversa.engine.problem.tables import Amount, Position, Waits


def waiting(t: Waits, i: Position, j: Position) -> Amount:
    """A sixth for each round either has waited, three rounds at most on each side."""
    return t.waited_mentee[i] + t.waited_mentor[j]
