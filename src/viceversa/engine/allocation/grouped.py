"""Group limits: at most so many rows of one label for a column, still a flow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import Limits
from viceversa.engine.problem import Fault, ProblemError
from viceversa.engine.scoring import Reward
from viceversa.engine.solvers.flow import flow_of

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class GroupLimit:
    """Group of each row (rows,), and how many more of each group each column takes."""

    group: Wide
    room: Wide  # (groups, columns)

    @staticmethod
    def of(
        groups: tuple[Sequence[Any], int] | None, shape: tuple[int, int], fixed: list[list[int]]
    ) -> "GroupLimit | None":
        """The limit, less what the pinned cells take; None where there is none."""
        if groups is None:
            return None
        labels, most = groups
        if len(labels) != shape[0] or most < 0:
            what = f"{len(labels)} labels for {shape[0]} rows, at most {most}"
            remedy = "Give one label a row and a limit of 0 or more."
            raise ProblemError((Fault("groups", "groups", what, remedy),))
        _, group = np.unique(np.array([str(label) for label in labels]), return_inverse=True)
        room = np.full((int(group.max(initial=-1)) + 1, shape[1]), most, dtype=np.int64)
        for i, j in fixed:
            room[group[i], j] -= 1
        if (room < 0).any():
            column = int(np.argwhere(room < 0)[0][1])
            what = f"pins alone exceed the group limit of {most}"
            raise ProblemError((Fault("pin", f"column {column}", what, "Remove a pin."),))
        return GroupLimit(group.astype(np.int64), room)


def grouped_pairs(matrix: Wide, left: Limits, reward: Reward, limit: GroupLimit) -> Wide:
    """The best cells under a group limit, (k, 2), by one flow over all allowed cells.

    Between a row and a column stands the column's door for the row's group.
    """
    pairs = np.argwhere(matrix >= 0)
    row, column = pairs[:, 0], pairs[:, 1]
    worth = reward.of(matrix[row, column])
    doors = limit.group[row] * matrix.shape[1] + column
    used, door = np.unique(doors, return_inverse=True)
    chosen = flow_of(
        left,
        row,
        column,
        worth,
        reward.minimum,
        doors=(door, used % matrix.shape[1], limit.room.reshape(-1)[used]),
    )
    result: Wide = pairs[chosen]
    return result
