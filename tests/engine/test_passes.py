"""The compiled pass and the NumPy pass are one definition: the same whole numbers, bit for bit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import questions
from viceversa.engine import Policy, Problem, Weights, solve, verify
from viceversa.engine.scoring import highest, reward_of
from viceversa.engine.solvers.nearest import Look, Nearest
from viceversa.engine.sweep import DenseSweep, PeopleSweep, Query, Serial, Threads
from viceversa.engine.sweep import people as people_sweep
from viceversa.engine.sweep.people import matrix_of
from viceversa.engine.synthetic import organisation


def both(problem: Problem) -> tuple[DenseSweep, PeopleSweep]:
    tables = problem.tables
    return DenseSweep(matrix_of(tables), highest(tables)), PeopleSweep(tables, Serial())


@settings(max_examples=75)
@given(
    questions(("nobody-left-out", "best-fit", "protect-the-worst-off")),
    st.integers(1, 4),
    st.booleans(),
    st.data(),
)
def test_they_agree_on_every_pair_and_every_query(
    question: tuple, keep: int, by_mentor: bool, data: st.DataObject
) -> None:
    problem = Problem.build(*question)
    dense, compiled = both(problem)
    m, n = problem.shape
    for i in range(m):
        assert compiled.row(i).tolist() == dense.row(i).tolist()
    for j in range(n):
        assert compiled.column(j).tolist() == dense.column(j).tolist()
    reward = reward_of(problem.policy, dense.scale, max(1, min(m, n)))
    top = reward.place + reward.top
    price = st.integers(-top, top)
    u = np.array(data.draw(st.lists(price, min_size=m, max_size=m)), dtype=np.int64)
    v = np.array(data.draw(st.lists(price, min_size=n, max_size=n)), dtype=np.int64)
    query = Query(u, v, reward.from_floor(data.draw(st.integers(0, dense.scale))), keep, by_mentor)
    for first, second in zip(dense.best(query), compiled.best(query), strict=True):
        assert first.tolist() == second.tolist()


@pytest.mark.parametrize("by_mentor", [False, True])
@pytest.mark.parametrize("objective", ["nobody-left-out", "protect-the-worst-off"])
def test_they_agree_on_the_best_of_many(by_mentor: bool, objective: str) -> None:
    company = organisation(210, 190, seed=6)
    policy = Policy(objective=objective)  # type: ignore[arg-type]  # one of them
    problem = Problem.build(company.people, company.participants, policy)
    dense, compiled = both(problem)
    reward = reward_of(problem.policy, dense.scale, 190)
    draw = np.random.default_rng(1)
    for keep, price in ((1, 0), (5, reward.top), (24, reward.top // 2)):
        u, v = (draw.integers(-price // 9, price + 1, size) for size in dense.shape)
        asking = np.sort(draw.choice(190, 60, replace=False))
        for who in (None, asking):
            query = Query(u + reward.place, v, reward, keep, by_mentor, who)
            for first, second in zip(dense.best(query), compiled.best(query), strict=True):
                assert first.tolist() == second.tolist()


def test_more_languages_and_windows_than_a_word_holds() -> None:
    from dataclasses import replace

    company = organisation(12, 12, seed=2)
    people = [
        replace(p, languages=tuple(f"x{(7 * k + s) % 90:02d}" for s in range(9)))
        for k, p in enumerate(company.people)
    ]
    places = [
        replace(p, windows=tuple((s * 97 + k, s * 97 + k + 61 + s) for s in range(60)))
        for k, p in enumerate(company.participants)
    ]
    policy = Policy(weights=Weights(language="high", style="medium"))
    problem = Problem.build(people, places, policy)
    assert problem.tables.languages.tongues_mentee.shape[0] == 2
    assert problem.tables.week.free_mentee.shape[0] > 2
    dense, compiled = both(problem)
    assert all(compiled.row(i).tolist() == dense.row(i).tolist() for i in range(12))


def test_the_nearest_at_other_prices_need_no_other_look() -> None:
    company = organisation(120, 110, seed=3)
    problem = Problem.build(company.people, company.participants)
    solution = solve(problem)
    best, draw = solution.optimum, np.random.default_rng(2)
    look = Look(solution.sweep, solution.limits, solution.reward)
    before = (best.mentee_prices, best.mentor_prices)
    after = tuple(p + draw.integers(-900, 900, len(p)) for p in before)
    fresh = look.nearest(after, by_mentor=True)
    moved = look.nearest(before, by_mentor=True).moved(before, after)
    if not moved.complete:
        moved = look.completed(moved, after)
    assert set(pairs(moved, 0)) == set(pairs(fresh, 0))
    start, _, cost, reach = moved.lists
    for person in range(110):
        own = list(cost[start[person] : start[person + 1]])
        assert own == sorted(own)
        within = {pair for pair in pairs(fresh, reach[person]) if pair[1] == person}
        assert within <= set(pairs(moved, reach[person]))


def pairs(near: Nearest, cost: int) -> list[tuple[int, int]]:
    """Who is found at less than a cost."""
    found = near.where(near.found.reduced > near.shift - cost)
    return list(zip(found.mentee.tolist(), found.mentor.tolist(), strict=True))


def test_blocks_and_threads_change_nothing(monkeypatch: object) -> None:
    company = organisation(90, 70, seed=5)
    problem = Problem.build(company.people, company.participants)
    usual = solve(problem).certificate()
    monkeypatch.setattr(people_sweep, "SMALL", 0)
    monkeypatch.setattr(people_sweep, "COMPILED_BLOCK", 500)
    for scheduler in (Serial(), Threads(3)):
        assert solve(problem, scheduler=scheduler).certificate() == usual
        assert verify(problem, usual, scheduler).ok
