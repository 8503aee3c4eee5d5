"""Circles by exchange: two people swap circles as long as something gets better.

Rules come before worth: every broken one costs more than any circle can gain. All exchanges are
rated at once from two sums for each person and circle; the promising are checked against the
rules. Seeded kicks leave local optima; the best found is kept.
"""

import numpy as np
from numpy.typing import NDArray

from .rules import faults_of, worth_of
from .table import UNIT, CircleTable

type Wide = NDArray[np.int64]
type Groups = list[list[int]]

NEVER = int(np.iinfo(np.int64).min // 4)

PENALTY = 100 * UNIT
# Exchanges checked in one round, and rounds in all; kicks grow fewer as circles grow many.
CHECKED = 400
ROUNDS = 80
KICKS = 12
FEW_PEOPLE = 120


def total(table: CircleTable, groups: Groups) -> int:
    """Worth of all circles minus the penalties."""
    return sum(_value(table, group) for group in groups)


def _value(table: CircleTable, group: list[int]) -> int:
    broken = sum(faults_of(table, group).values())
    return worth_of(table, group) + PENALTY * (_kept(table, group) - broken)


def dealt(table: CircleTable, sizes: list[int]) -> Groups:
    """A first answer: people in order of level and unit dealt out like cards."""
    order = np.lexsort((np.arange(table.size), table.unit, table.band)).tolist()
    groups: Groups = [[] for _ in sizes]
    at = 0
    for person in order:
        while len(groups[at]) >= sizes[at]:
            at = (at + 1) % len(sizes)
        groups[at].append(person)
        at = (at + 1) % len(sizes)
    return groups


def improved(table: CircleTable, groups: Groups, rounds: int) -> Groups:
    """Swap while it helps, for at most so many rounds."""
    weight = _weights(table)
    for _ in range(rounds):
        if not _swap_round(table, groups, weight):
            break
    return groups


def _weights(table: CircleTable) -> Wide:
    """Fit with the forbidden and the wished-for pairs written in, for the quick rating."""
    weight = table.fit - PENALTY * table.apart + PENALTY * table.together
    np.fill_diagonal(weight, 0)
    result: Wide = weight
    return result


def _swap_round(table: CircleTable, groups: Groups, weight: Wide) -> int:
    """Make the most promising exchanges that help, one a circle; how many were made."""
    circle = np.zeros(table.size, dtype=np.int64)
    for c, group in enumerate(groups):
        circle[group] = c
    values = [_value(table, group) for group in groups]
    touched: set[int] = set()
    made = 0
    for a, b in _promising(table, groups, circle, weight):
        c, d = int(circle[a]), int(circle[b])
        if c in touched or d in touched:
            continue
        first = [b if person == a else person for person in groups[c]]
        second = [a if person == b else person for person in groups[d]]
        if _value(table, first) + _value(table, second) > values[c] + values[d]:
            groups[c], groups[d] = first, second
            touched |= {c, d}
            made += 1
    return made


def _promising(
    table: CircleTable, groups: Groups, circle: Wide, weight: Wide
) -> list[tuple[int, int]]:
    """Pairs of people in different circles whose exchange looks best by the quick rating."""
    member = np.zeros((table.size, len(groups)), dtype=np.int64)
    member[np.arange(table.size), circle] = 1
    sums = weight @ member
    own = sums[np.arange(table.size), circle]
    to = sums[:, circle]  # to[a, b]: what a would find in b's circle
    gain = to + to.T - own[:, None] - own[None, :] - 2 * weight
    # People in a circle that breaks a rule may need an exchange that costs worth.
    broken = np.array([bool(faults_of(table, group)) for group in groups])[circle]
    gain += PENALTY // 2 * (broken[:, None] | broken[None, :])
    gain[np.tril(np.ones_like(gain, dtype=np.bool_)) | (circle[:, None] == circle)] = NEVER
    flat = gain.reshape(-1)
    count = min(CHECKED, len(flat))
    best = np.argpartition(-flat, count - 1)[:count]
    ordered = best[np.lexsort((best, -flat[best]))]
    return [divmod(cell, table.size) for cell in ordered.tolist() if flat[cell] > NEVER]


def _kept(table: CircleTable, group: list[int]) -> int:
    """How many pairs that must be together are together here."""
    return int(table.together[group][:, group].sum()) // 2


def searched(table: CircleTable, sizes: list[int], seed: int) -> Groups:
    """The best of a few climbs, each from the last best with some people reshuffled."""
    random = np.random.default_rng(seed)
    best = improved(table, dealt(table, sizes), ROUNDS)
    kicks = KICKS if table.size <= FEW_PEOPLE else KICKS // 6
    for _ in range(kicks if len(sizes) > 1 else 0):
        trial = [list(group) for group in best]
        for _ in range(max(1, table.size // 20)):
            c, d = random.choice(len(trial), 2, replace=False).tolist()
            i, j = int(random.integers(len(trial[c]))), int(random.integers(len(trial[d])))
            trial[c][i], trial[d][j] = trial[d][j], trial[c][i]
        trial = improved(table, trial, ROUNDS // 4)
        if total(table, trial) > total(table, best):
            best = trial
    return best
