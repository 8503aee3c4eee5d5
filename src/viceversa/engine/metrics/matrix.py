"""All scores as numbers in [0, 1], for whoever wants to check or to plot them."""

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import EngineError, Problem
from viceversa.engine.scoring import highest
from viceversa.engine.sweep.people import matrix_of

MOST_A_SIDE = 3_000


def score_matrix(problem: Problem) -> tuple[list[str], list[str], NDArray[np.float64]]:
    """Ids of mentors (n,), ids of mentees (m,) and scores (m, n), NaN where a rule forbids.

    Pinned pairs are among the allowed. Raises `EngineError` beyond 3,000 people a side.
    """
    m, n = problem.shape
    if max(m, n) > MOST_A_SIDE:
        raise EngineError(
            f"{m} mentees and {n} mentors: the full matrix is written for at most "
            f"{MOST_A_SIDE:,} people a side. Leave it out, or match a smaller group."
        )
    unpinned = (
        Problem.build(
            tuple(problem.people.values()),
            (*problem.mentees, *problem.mentors),
            problem.policy,
            (),
            problem.bans,
        )
        if problem.pins
        else problem
    )
    whole = matrix_of(unpinned.tables)
    scores = np.where(whole >= 0, whole / highest(problem.tables), np.nan)
    mentors = [p.person for p in problem.mentors]
    return mentors, [p.person for p in problem.mentees], scores
