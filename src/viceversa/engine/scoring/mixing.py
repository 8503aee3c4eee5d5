"""Mixing: two people who would not meet otherwise, from other units and other sites."""

from viceversa.engine.problem.tables import HALF, QUARTER, Amount, Places, Position


def mixing(t: Places, i: Position, j: Position) -> Amount:
    """A quarter for another unit, a further quarter for another top unit, half for another site.

    What either has not declared counts as half of its part.
    """
    unit = (t.top_mentee[i] >= 0) * (t.top_mentor[j] >= 0)
    far = (t.top_mentee[i] != t.top_mentor[j]) * QUARTER
    near = (t.leaf_mentee[i] != t.leaf_mentor[j]) * QUARTER
    site = (t.site_mentee[i] >= 0) * (t.site_mentor[j] >= 0)
    away = (t.site_mentee[i] != t.site_mentor[j]) * HALF
    return unit * (far + near) + (1 - unit) * QUARTER + site * away + (1 - site) * QUARTER
