"""The compiled pass and the NumPy pass are one definition: the same whole numbers, bit for bit."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import questions
from viceversa.engine import Policy, Problem, Weights, solve, verify
from viceversa.engine.scoring import highest, reward_of
from viceversa.engine.sweep import DenseSweep, PeopleSweep, Query, Serial, Threads
from viceversa.engine.sweep import people as people_sweep
from viceversa.engine.sweep.people import matrix_of
from viceversa.engine.synthetic import organisation


def both(problem: Problem) -> tuple[DenseSweep, PeopleSweep]:
    tables = problem.tables
    return DenseSweep(matrix_of(tables), highest(tables)), PeopleSweep(tables, Serial())


@settings(max_examples=150)
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


def test_blocks_and_threads_change_nothing(monkeypatch: object) -> None:
    company = organisation(90, 70, seed=5)
    problem = Problem.build(company.people, company.participants)
    usual = solve(problem).certificate()
    monkeypatch.setattr(people_sweep, "SMALL", 0)  # type: ignore[attr-defined]
    monkeypatch.setattr(people_sweep, "COMPILED_BLOCK", 500)  # type: ignore[attr-defined]
    for scheduler in (Serial(), Threads(3)):
        assert solve(problem, scheduler=scheduler).certificate() == usual
        assert verify(problem, usual, scheduler).ok
