"""The answer is the best there is: against HiGHS, SciPy and enumeration, on odd small inputs."""

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from tests.engine.peers import best_worst, exact_value
from tests.strategies import questions
from viceversa.engine import Pin, Policy, Problem, ProblemError, score_matrix, solve, verify
from viceversa.engine.sweep.people import matrix_of
from viceversa.engine.synthetic import organisation

SUMS = ("nobody-left-out", "best-fit", "protect-the-worst-off")


@given(questions(SUMS))
def test_the_value_is_that_of_mixed_integer_programming(question: tuple) -> None:
    problem = Problem.build(*question)
    solution = solve(problem)
    assert solution.value == exact_value(problem)
    assert solution.gap == 0
    assert verify(problem, solution).faults == ()


@given(questions(("worst-first",)))
def test_worst_first_finds_the_best_worst_score(question: tuple) -> None:
    problem = Problem.build(*question)
    assume((matrix_of(problem.tables) >= 0).sum() <= 9)
    solution = solve(problem)
    missed, places, worst = best_worst(problem)
    assert solution.objective["minimums_missed"] == missed
    assert len(solution.pairs) == places
    assert min(solution.scores.tolist(), default=0) == worst
    assert verify(problem, solution).faults == ()
    # And among all answers with that worst score, the best sum.
    if places:
        assert solution.value == exact_value(problem, floor=solution.reward.floor)


@given(questions(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(question: tuple, random: object) -> None:
    directory, places, policy = question
    shuffled = (list(directory), list(places))
    for rows in shuffled:
        random.shuffle(rows)  # type: ignore[attr-defined]  # Hypothesis' Random
    first = solve(Problem.build(directory, places, policy))
    second = solve(Problem.build(*shuffled, policy))
    assert first.certificate() == second.certificate()


@given(questions())
def test_nobody_gets_more_than_their_places_or_a_forbidden_partner(question: tuple) -> None:
    directory, places, policy = question
    problem = Problem.build(directory, places, policy)
    solution = solve(problem)
    together = [(pair.mentor, pair.mentee) for pair in solution.pairs]
    assert len(set(together)) == len(together)
    for p in places:
        partners = [pair for pair in solution.pairs if getattr(pair, p.role) == p.person]
        assert len(partners) <= p.maximum
    mentors, mentees, scores = score_matrix(problem)
    for pair in solution.pairs:
        score = scores[mentees.index(pair.mentee), mentors.index(pair.mentor)]
        assert score == pair.score


@given(questions(SUMS), st.data())
def test_a_further_place_never_lowers_the_value(question: tuple, data: st.DataObject) -> None:
    directory, places, policy = question
    assume(places)
    lucky = data.draw(st.integers(0, len(places) - 1))
    more = list(places)
    p = places[lucky]
    changed = {name: getattr(p, name) for name in p.__slots__} | {"maximum": p.maximum + 1}
    more[lucky] = type(p)(**changed)
    before = solve(Problem.build(directory, places, policy))
    after = solve(Problem.build(directory, more, policy))
    fill = policy.objective != "best-fit"
    rank = [(-s.objective["minimums_missed"], len(s.pairs) * fill) for s in (before, after)]
    assert rank[1] >= rank[0]
    if rank[1] == rank[0]:
        # A place more makes every filled place worth more: compare what lies above that.
        first, second = (s.reward.of(s.scores) - s.reward.place for s in (before, after))
        assert second.sum() >= first.sum()


@given(questions(SUMS), st.data())
def test_pins_are_kept_and_the_rest_is_best(question: tuple, data: st.DataObject) -> None:
    problem = Problem.build(*question)
    possible = [
        (j.person, i.person)
        for i in problem.mentees
        for j in problem.mentors
        if i.maximum and j.maximum
    ]
    assume(possible)
    pin = Pin(*data.draw(st.sampled_from(possible)), override=True)
    pinned = Problem.build(*question, pins=[pin])
    solution = solve(pinned)
    assert [(p.mentor, p.mentee) for p in solution.pairs if p.pinned] == [(pin.mentor, pin.mentee)]
    assert verify(pinned, solution).ok
    try:
        solve(Problem.build(*question, pins=[Pin(pin.mentor, pin.mentee)]))
        allowed = True
    except ProblemError as error:
        assert "breaks" in str(error)
        allowed = False
    matrix = matrix_of(problem.tables)
    assert allowed == (matrix[problem.mentee_at[pin.mentee], problem.mentor_at[pin.mentor]] >= 0)


def test_as_good_as_scipy_on_an_organisation() -> None:
    company = organisation(150, 130, seed=7)
    problem = Problem.build(company.people, company.participants, Policy())
    solution = solve(problem)
    matrix = matrix_of(problem.tables).astype(np.int64)
    worth = np.where(matrix >= 0, solution.reward.place + matrix, 0)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    assert solution.value == worth[rows, columns].sum()


def test_an_earlier_answer_shortens_the_work_and_not_the_value() -> None:
    company = organisation(300, 300, seed=3)
    problem = Problem.build(company.people, company.participants, Policy())
    cold = solve(problem)
    pair = cold.pairs[17]
    changed = Problem.build(
        company.people,
        company.participants,
        Policy(),
        pins=[Pin(pair.mentor, cold.pairs[4].mentee)],
    )
    warm = solve(changed, start=cold)
    assert warm.value == solve(changed).value
    assert warm.statistics["passes"] < cold.statistics["passes"]
    assert verify(changed, warm).ok
