"""One more pin or ban: the mended answer is worth what a cold start finds, and is proven."""

import random
from dataclasses import replace

import pytest

from viceversa.engine import Ban, Pin, Policy, Problem, Rules, solve, verify
from viceversa.engine.synthetic import organisation

RULES = Rules(line_depth=1, siblings_reports=False)


def company(objective: str) -> Problem:
    """Some take two partners, some ask for one at least, some sit out."""
    made = organisation(24, 20, seed=8)
    places = [
        replace(p, maximum=k % 4, minimum=min(k % 4, k % 3 % 2))
        for k, p in enumerate(made.participants)
    ]
    policy = Policy(objective=objective, rules=RULES)  # type: ignore[arg-type]  # one of them
    return Problem.build(made.people, places, policy)


@pytest.mark.parametrize("objective", ["nobody-left-out", "best-fit", "protect-the-worst-off"])
def test_a_mended_answer_is_as_good_as_a_new_one(objective: str) -> None:
    problem = company(objective)
    solution = solve(problem)
    draw = random.Random(objective)
    chosen = [(pair.mentor, pair.mentee) for pair in solution.pairs]
    mentors = [p.person for p in problem.mentors if p.maximum]
    mentees = [p.person for p in problem.mentees if p.maximum]
    mended = 0
    for turn in range(16):
        pair = draw.choice(chosen) if turn % 2 else (draw.choice(mentors), draw.choice(mentees))
        edits = {"pins": [Pin(*pair, override=True)]} if turn % 4 < 2 else {"bans": [Ban(*pair)]}
        changed = problem.variant(**edits)  # type: ignore[arg-type]  # pins or bans
        warm = solve(changed, start=solution)
        assert warm.value == solve(changed).value
        assert verify(changed, warm).faults == ()
        mended += warm.statistics["passes"] == 0
    assert mended > 8


def test_a_second_edit_starts_from_the_mended_answer() -> None:
    problem = company("nobody-left-out")
    solution = solve(problem)
    bans: list[Ban] = []
    for _ in range(4):
        pair = solution.pairs[2]
        bans.append(Ban(pair.mentor, pair.mentee))
        changed = problem.variant(bans=bans)
        solution = solve(changed, start=solution)
        assert solution.value == solve(changed).value
        assert verify(changed, solution).ok
