"""Fairness by any grouping: who takes part and how well it fits, without exposing anybody.

Groups below five are not shown, and where the hidden could be worked out from the total, the
next smallest group is hidden with them (complementary suppression). A difference is noted as
larger than chance only if shuffling people between groups gives one as large in fewer than one
case of twenty.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.problem import Person, Problem
from viceversa.engine.scoring import highest
from viceversa.engine.solvers import Solution

FEWEST = 5
SHUFFLES = 2_000
LARGER_THAN_CHANCE = 0.05
Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group in one role. Everything but the name is None where the group is hidden.

    `people`: who had a place; `paired`: those with a partner; `participation`: their share
    (Wilson's interval); `mean`: mean fit of the paired (Student's interval); `worst`, `spread`
    (standard deviation) of the same.
    """

    group: str
    hidden: bool
    people: int | None = None
    paired: int | None = None
    participation: Interval | None = None
    mean: Interval | None = None
    worst: float | None = None
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """One role by one grouping. The p-values are None where fewer than two groups are shown."""

    role: str
    grouping: str
    lines: tuple[GroupLine, ...]
    participation_p: float | None
    fit_p: float | None

    @property
    def participation_differs(self) -> bool:
        """Whether participation differs by more than chance would give."""
        return self.participation_p is not None and self.participation_p < LARGER_THAN_CHANCE

    @property
    def fit_differs(self) -> bool:
        """Whether fit differs by more than chance would give."""
        return self.fit_p is not None and self.fit_p < LARGER_THAN_CHANCE


def audit(problem: Problem, solution: Solution, grouping: str) -> tuple[Audit, Audit]:
    """The audit of mentees and of mentors.

    `grouping`: "unit" (the top one below the common root), "site", "country", "level", or a key
    of `Person.groups`. People without a value form the group "".
    """
    label = _labels(problem, grouping)
    mentee, mentor, _ = solution.positions
    fits = solution.scores / highest(problem.tables)
    return (
        _audit(
            "mentee",
            grouping,
            [(label[p.person], p.maximum) for p in problem.mentees],
            _mean_by(mentee, fits, len(problem.mentees)),
        ),
        _audit(
            "mentor",
            grouping,
            [(label[p.person], p.maximum) for p in problem.mentors],
            _mean_by(mentor, fits, len(problem.mentors)),
        ),
    )


def _labels(problem: Problem, grouping: str) -> Mapping[str, str]:
    from viceversa.engine.problem.people_columns import common_root

    root = common_root(problem.people)

    def label(person: Person) -> str:
        if grouping == "unit":
            return person.unit[root] if person.unit else ""
        if grouping == "level":
            return "" if person.level is None else str(person.level)
        if grouping in ("site", "country"):
            return str(getattr(person, grouping))
        return person.groups.get(grouping, "")

    return {id_: label(person) for id_, person in problem.people.items()}


def _mean_by(positions: NDArray[np.int64], fits: NDArray[np.float64], size: int) -> list[float]:
    """Mean fit of each person, NaN without a partner."""
    total = np.bincount(positions, weights=fits, minlength=size)
    count = np.bincount(positions, minlength=size)
    means: list[float] = np.where(count > 0, total / np.maximum(count, 1), np.nan).tolist()
    return means


def _audit(
    role: str, grouping: str, people: Sequence[tuple[str, int]], fits: Sequence[float]
) -> Audit:
    """`people`: label and places of each; those without places are not counted."""
    members: dict[str, list[float]] = defaultdict(list)
    for (label, places), fit in zip(people, fits, strict=True):
        if places:
            members[label].append(fit)
    hidden = hidden_groups({group: len(values) for group, values in members.items()})
    shown = {group: np.array(values) for group, values in members.items() if group not in hidden}
    lines = tuple(
        GroupLine(group, True) if group in hidden else _line(group, shown[group])
        for group in sorted(members)
    )
    taking_part = {group: (~np.isnan(values)).astype(float) for group, values in shown.items()}
    scores = {group: values[~np.isnan(values)] for group, values in shown.items()}
    return Audit(role, grouping, lines, chance(taking_part), chance(scores))


def hidden_groups(sizes: Mapping[str, int]) -> set[str]:
    """Groups not to be shown: those below five, and one more if the rest would betray them."""
    ordered = sorted(sizes, key=lambda group: (sizes[group], group))
    hidden = {group for group in ordered if sizes[group] < FEWEST}
    if hidden and (len(hidden) == 1 or sum(sizes[group] for group in hidden) < FEWEST):
        hidden.update(group for group in ordered[len(hidden) : len(hidden) + 1])
    return hidden


def _line(group: str, fits: NDArray[np.float64]) -> GroupLine:
    paired = fits[~np.isnan(fits)]
    # Fit is shown for five or more only, like everything else.
    enough = len(paired) >= FEWEST
    return GroupLine(
        group,
        False,
        len(fits),
        len(paired),
        wilson(len(paired), len(fits)),
        _student(paired) if enough else None,
        float(paired.min()) if enough else None,
        float(paired.std(ddof=1)) if enough else None,
    )


def wilson(successes: int, trials: int) -> Interval:
    """Wilson's score interval (1927) for a share; doi:10.1080/01621459.1927.10502953."""
    share = successes / trials
    middle = share + Z * Z / (2 * trials)
    half = Z * sqrt(share * (1 - share) / trials + Z * Z / (4 * trials * trials))
    scale = 1 + Z * Z / trials
    return Interval(share, max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale))


def _student(values: NDArray[np.float64]) -> Interval:
    from scipy.special import stdtrit  # the quantile alone; scipy.stats takes long to load

    mean = float(values.mean())
    half = float(stdtrit(len(values) - 1, 0.975)) * float(values.std(ddof=1)) / sqrt(len(values))
    return Interval(mean, max(0.0, mean - half), min(1.0, mean + half))


def chance(groups: Mapping[str, NDArray[np.float64]]) -> float | None:
    """How often shuffling gives a spread between groups as large as found (permutation test).

    The statistic is Σ size·(mean - overall mean)²; 2,000 shuffles with a fixed seed; None with
    fewer than two groups that have members.
    """
    parts = [values for _, values in sorted(groups.items()) if len(values)]
    if len(parts) < 2:
        return None
    values = np.concatenate(parts)
    ends = np.cumsum([len(part) for part in parts])[:-1]
    sizes = np.array([len(part) for part in parts])

    def spread(order: NDArray[np.float64]) -> float:
        means = np.add.reduceat(order, np.concatenate([[0], ends])) / sizes
        return float((sizes * (means - values.mean()) ** 2).sum())

    found = spread(values)
    random = np.random.default_rng(20_01)
    larger = sum(spread(random.permutation(values)) >= found - 1e-12 for _ in range(SHUFFLES))
    return (larger + 1) / (SHUFFLES + 1)
