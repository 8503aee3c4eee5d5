"""How much any circles could be worth: a question about pairs, which the engine answers exactly.

In a circle of s everybody has s - 1 mates, and is a mate to as many. Let everybody choose mates
freely under these two limits alone: half of what that is worth no circles can exceed.
"""

import numpy as np

from viceversa.engine.certificate import Limits
from viceversa.engine.scoring import Reward
from viceversa.engine.scoring.reward import NOTHING
from viceversa.engine.solvers.columns import optimum
from viceversa.engine.solvers.progress import Reporter
from viceversa.engine.sweep import INFEASIBLE, DenseSweep

from .table import UNIT, CircleTable


def bound_of(table: CircleTable, largest: int) -> int:
    """The most that circles of at most `largest` seats can be worth, in the table's unit."""
    people, scale = table.size, 2 * UNIT
    fit = np.where(table.apart, INFEASIBLE, table.fit)
    np.fill_diagonal(fit, INFEASIBLE)
    none, mates = np.zeros(people, dtype=np.int64), np.full(people, largest - 1, dtype=np.int64)
    reward = Reward(True, scale, NOTHING, place=0, minimum=1)
    best = optimum(
        DenseSweep(fit, scale),
        Limits(none, mates, none, mates),
        reward,
        Reporter(fit.size, None, None),
    )
    return best.bound // 2
