"""Language: whether the two can talk, and whether in a language that comes first to them."""

from viceversa.engine.problem.tables import HALF, QUARTER, Amount, Languages, Position


def language(t: Languages, i: Position, j: Position) -> Amount:
    """Half for a common language, a quarter for each one whose first language the other speaks.

    0 means that they have none in common. Undeclared on either side counts as half.
    """
    both = i * 0 + j * 0 != 0
    mine = both
    yours = both
    for w in range(t.tongues_mentee.shape[0]):
        both = both | ((t.tongues_mentee[w, i] & t.tongues_mentor[w, j]) != 0)
        mine = mine | ((t.first_mentee[w, i] & t.tongues_mentor[w, j]) != 0)
        yours = yours | ((t.tongues_mentee[w, i] & t.first_mentor[w, j]) != 0)
    known = t.speaks_mentee[i] * t.speaks_mentor[j]
    return known * (both * HALF + mine * QUARTER + yours * QUARTER) + (1 - known) * HALF
