"""Style: contrast of working styles, for programmes that want opposites to meet."""

import numpy as np

from viceversa.engine.problem.tables import HALF, Amount, Position, Styles


def style(t: Styles, i: Position, j: Position) -> Amount:
    """Distance of the two styles; undeclared on either side counts as half."""
    known = (t.style_mentee[i] >= 0) * (t.style_mentor[j] >= 0)
    return known * np.abs(t.style_mentee[i] - t.style_mentor[j]) + (1 - known) * HALF
