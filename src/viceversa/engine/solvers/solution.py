"""The answer: pairs, who is left out, value, bound, and the certificate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from viceversa.engine.certificate import (
    ENGINE_VERSION,
    FORMAT,
    Limits,
    pinned_positions,
    sealed,
    shortfall,
)
from viceversa.engine.problem import Problem
from viceversa.engine.scoring import Reward, pair_scores
from viceversa.engine.sweep import Sweep

from .columns import Optimum, Pool
from .leftover import Unmatched, unmatched_of
from .nearest import Look, Nearest
from .pairs import Pair, pairs_of

type Wide = NDArray[np.int64]


@dataclass(frozen=True)
class Solution:
    """An answer proven best. Lists are made when first asked for.

    `optimum` holds the free pairs and prices by position, `floor` and `ceiling` the proof of
    *worst-first*. `sweep` serves the explanations.
    """

    problem: Problem = field(repr=False)
    reward: Reward = field(repr=False)
    limits: Limits = field(repr=False)
    optimum: Optimum = field(repr=False)
    sweep: Sweep = field(repr=False)
    ceiling: Optimum | None = field(default=None, repr=False)
    # What explanations worked out once and need again; no part of the answer.
    memory: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def positions(self) -> tuple[Wide, Wide, NDArray[np.bool_]]:
        """Positions of mentees and mentors of all pairs and which are pinned, by mentee."""
        pinned = pinned_positions(self.problem)
        mentee = np.concatenate([pinned[0], self.optimum.mentee])
        mentor = np.concatenate([pinned[1], self.optimum.mentor])
        flag = np.arange(len(mentee)) < len(pinned[0])
        order = np.lexsort((mentor, mentee))
        return mentee[order], mentor[order], flag[order]

    @cached_property
    def scores(self) -> Wide:
        """Whole scores of all pairs, in the order of `positions`."""
        return pair_scores(self.problem.tables, *self.positions[:2])

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs, in the order of mentee ids."""
        mentee, mentor, flag = self.positions
        return tuple(pairs_of(self.problem, mentee, mentor, flag.tolist()))

    @cached_property
    def counts(self) -> tuple[Wide, Wide]:
        """How many partners each mentee (m,) and mentor (n,) has, pins included."""
        m, n = self.problem.shape
        mentee, mentor, _ = self.positions
        return np.bincount(mentee, minlength=m), np.bincount(mentor, minlength=n)

    @cached_property
    def unmatched(self) -> tuple[Unmatched, ...]:
        """Everyone without a partner who has a place, or with fewer than their minimum."""
        return tuple(unmatched_of(self.problem, self.sweep, *self.counts))

    @cached_property
    def _fixed(self) -> int:
        pinned = pair_scores(self.problem.tables, *pinned_positions(self.problem))
        return int(self.reward.of(pinned).sum())

    @property
    def value(self) -> int:
        """What the answer is worth, in the certificate's unit."""
        return self.optimum.value + self._fixed

    @property
    def bound(self) -> int:
        """What no answer can exceed, in the same unit."""
        return self.optimum.bound + self._fixed

    @property
    def gap(self) -> int:
        """Bound minus value: 0, which proves the answer best."""
        return self.bound - self.value

    @cached_property
    def objective(self) -> Mapping[str, float | int | None]:
        """The answer in the objective's own terms, for show."""
        scale, scores = self.sweep.scale, self.scores
        return {
            "pairs": len(scores),
            "minimums_missed": shortfall(self.limits, self.optimum.mentee, self.optimum.mentor),
            "total": float(scores.sum() / scale) if len(scores) else 0.0,
            "mean": float(scores.mean() / scale) if len(scores) else None,
            "worst": float(scores.min() / scale) if len(scores) else None,
        }

    @property
    def pool(self) -> Pool:
        """Candidate pairs from which a similar problem may start."""
        return self.optimum.pool

    def nearest(self, by_mentor: bool) -> Nearest:
        """The pairs nearest to the prices, by mentee or by mentor; from a pass if need be."""
        key = f"nearest-{by_mentor}"
        if by_mentor and self.optimum.near is not None:
            return self.optimum.near
        if key not in self.memory:
            prices = (self.optimum.mentee_prices, self.optimum.mentor_prices)
            look = Look(self.sweep, self.limits, self.reward)
            self.memory[key] = look.nearest(prices, by_mentor)
        result: Nearest = self.memory[key]
        return result

    @property
    def candidates(self) -> int:
        """How many candidate pairs the solver looked at."""
        return len(self.optimum.pool.mentee)

    @cached_property
    def statistics(self) -> Mapping[str, int]:
        """Sizes of the problem and of the work."""
        m, n = self.problem.shape
        return {
            "mentees": m,
            "mentors": n,
            "possible": m * n,
            "candidates": self.candidates,
            "passes": self.optimum.passes,
            "pins": len(self.problem.pins),
            "bans": len(self.problem.bans),
        }

    def certificate(self) -> dict[str, Any]:
        """The proof as plain data, ready for JSON; docs/engine/proof.md explains every field."""
        problem, optimum = self.problem, self.optimum
        ids = ([p.person for p in problem.mentees], [p.person for p in problem.mentors])
        return sealed(
            {
                "format": FORMAT,
                "engine": ENGINE_VERSION,
                "input_hash": problem.input_hash,
                "policy_hash": problem.policy_hash,
                "objective": problem.policy.objective,
                "scale": self.sweep.scale,
                "place": self.reward.place,
                "minimum": self.reward.minimum,
                "value": self.value,
                "bound": self.bound,
                "gap": self.gap,
                "floor": self.reward.floor,
                "ceiling": self.ceiling and _ceiling(ids, self.ceiling),
                "statistics": dict(self.statistics),
                "places": _places(ids, self.limits),
                "prices": _prices(ids, optimum),
                "pairs": self._pair_rows(ids),
            }
        )

    def _pair_rows(self, ids: tuple[list[str], list[str]]) -> list[dict[str, Any]]:
        mentee, mentor, flag = self.positions
        worth = self.reward.of(self.scores)
        rows = (mentee, mentor, self.scores, worth, flag)
        return [
            {"mentor": ids[1][j], "mentee": ids[0][i], "score": s, "worth": w, "pinned": f}
            for i, j, s, w, f in zip(*(column.tolist() for column in rows), strict=True)
        ]


def _prices(ids: tuple[list[str], list[str]], optimum: Optimum) -> dict[str, dict[str, int]]:
    return {
        "mentees": dict(zip(ids[0], optimum.mentee_prices.tolist(), strict=True)),
        "mentors": dict(zip(ids[1], optimum.mentor_prices.tolist(), strict=True)),
    }


def _ceiling(ids: tuple[list[str], list[str]], optimum: Optimum) -> dict[str, Any]:
    """The proof that one level more cannot be held: the most that can, and its prices."""
    pairs = [
        {"mentor": ids[1][j], "mentee": ids[0][i], "pinned": False}
        for i, j in zip(optimum.mentee.tolist(), optimum.mentor.tolist(), strict=True)
    ]
    return {**_prices(ids, optimum), "pairs": pairs}


def _places(ids: tuple[list[str], list[str]], limits: Limits) -> dict[str, dict[str, list[int]]]:
    """Fewest and most partners beyond the pinned, by person."""
    sides = (
        ("mentees", ids[0], limits.mentee_min, limits.mentee_max),
        ("mentors", ids[1], limits.mentor_min, limits.mentor_max),
    )
    return {
        name: {
            id_: [low, high]
            for id_, low, high in zip(people, fewest.tolist(), most.tolist(), strict=True)
        }
        for name, people, fewest, most in sides
    }
