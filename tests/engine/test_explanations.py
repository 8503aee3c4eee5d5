"""Reasons are true: costs are what solving again costs, remedies help, suppression holds."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.strategies import questions
from viceversa.engine import (
    Ban,
    Participant,
    Pin,
    Policy,
    Problem,
    ProblemError,
    Weights,
    alternatives,
    audit,
    bottleneck,
    difference,
    distribution,
    force,
    frontier,
    histogram,
    recruit_next,
    remedies,
    robustness,
    score_matrix,
    solve,
    suggestions,
    verdict,
)
from viceversa.engine.metrics.audit import hidden_groups
from viceversa.engine.metrics.closest import kept
from viceversa.engine.solvers.dijkstra import FAR
from viceversa.engine.solvers.residual import Residual
from viceversa.engine.solvers.search import Search
from viceversa.engine.synthetic import organisation

search_module = import_module("viceversa.engine.solvers.search")
SUMS = ("nobody-left-out", "best-fit", "protect-the-worst-off")
COMPANY = organisation(60, 45, seed=9)
PROBLEM = Problem.build(COMPANY.people, COMPANY.participants)
SOLUTION = solve(PROBLEM)


@settings(max_examples=40)
@given(questions(SUMS), st.sampled_from(["mentee", "mentor"]), st.data())
def test_the_cost_of_an_alternative_is_that_of_solving_again(
    question: tuple, role: str, data: st.DataObject
) -> None:
    problem = Problem.build(*question)
    side = problem.mentees if role == "mentee" else problem.mentors
    assume(side)
    solution = solve(problem)
    person = data.draw(st.sampled_from(side)).person
    matrix = score_matrix(problem)[2]
    at = problem.mentee_at[person] if role == "mentee" else problem.mentor_at[person]
    others = problem.mentors if role == "mentee" else problem.mentees
    row = matrix[at] if role == "mentee" else matrix[:, at]
    found = {a.person: a for a in alternatives(problem, solution, person, 99, role)}
    for other, score in zip(others, row, strict=True):
        pair = (other.person, person) if role == "mentee" else (person, other.person)
        if score != score or not (side[at].maximum and other.maximum):
            continue
        again = solve(problem.variant(pins=[Pin(*pair)]))
        assert found[other.person].cost == solution.value - again.value
        assert found[other.person].pairs == len(again.pairs) - len(solution.pairs)
        forced = force(problem, solution, *pair)
        assert forced is not None
        assert forced.cost == found[other.person].cost
    few = alternatives(problem, solution, person, 2, role)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_module, "STEPS", 1)
        assert alternatives(problem, solution, person, 2, role) == few
    costs = sorted(a.cost for a in found.values() if not a.chosen)
    assert [a.cost for a in few if not a.chosen] == costs[:2]


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_machine_code_takes_the_same_steps(role: str) -> None:
    graph = Residual(SOLUTION, role)
    plain, large = Search(graph, 7), Search(graph, 7)
    known = plain.advance(FAR)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(graph, "large", True)
        assert large.advance(FAR) == known
    assert large.own.tolist() == plain.own.tolist()
    assert large.other.tolist() == plain.other.tolist()
    for at in range(len(plain.other)):
        assert large.chain(at) == plain.chain(at)


def test_moves_are_the_pairs_that_change() -> None:
    mentee = SOLUTION.pairs[3].mentee
    wish = next(a for a in alternatives(PROBLEM, SOLUTION, mentee) if not a.chosen)
    again = solve(PROBLEM.variant(pins=[Pin(wish.person, mentee)]), start=SOLUTION)
    assert wish.total == pytest.approx(difference(SOLUTION, again).total)
    lost = {(m.person, other) for m in wish.moves if m.role == "mentee" for other in m.lost}
    assert lost <= {(pair.mentee, pair.mentor) for pair in SOLUTION.pairs}


def test_verdicts_tell_chosen_possible_and_impossible_apart() -> None:
    pair = SOLUTION.pairs[0]
    assert verdict(PROBLEM, SOLUTION, pair.mentor, pair.mentee).state == "chosen"
    mentors, mentees, scores = score_matrix(PROBLEM)
    chosen = {(p.mentor, p.mentee) for p in SOLUTION.pairs}
    for i, mentee in enumerate(mentees[:10]):
        for j, mentor in enumerate(mentors):
            if (mentor, mentee) not in chosen:
                expected = "impossible" if scores[i, j] != scores[i, j] else "possible"
                assert verdict(PROBLEM, SOLUTION, mentor, mentee).state == expected


def test_a_bottleneck_is_short_of_places_and_closed() -> None:
    left = next(u for u in SOLUTION.unmatched if u.reason == "competition")
    found = bottleneck(PROBLEM, SOLUTION, left.person, left.role)
    assert left.person in found.people
    assert found.complete
    assert found.places < len(found.people)
    inside = set(found.people)
    held = [p for p in SOLUTION.pairs if p.mentor in found.others]
    assert {p.mentee for p in held} <= inside
    assert len(held) == found.places


def test_equally_good_answers_do_not_count_as_changes() -> None:
    made = organisation(8, 8, seed=4)
    people = [replace(p, level=9 if k < 8 else 1, unit=(), manager=None, languages=("it",))
              for k, p in enumerate(made.people)]  # fmt: skip
    places = [Participant(p.person, p.role) for p in made.participants]
    problem = Problem.build(people, places)
    firm = robustness(problem, solve(problem), runs=3)
    assert firm.mean == firm.lowest == 1.0


@pytest.mark.parametrize("objective", ["nobody-left-out", "best-fit"])
def test_what_is_kept_is_part_of_one_of_the_best_answers(objective: str) -> None:
    made = organisation(14, 12, seed=9)
    policy = Policy(objective=objective, weights=Weights(topics="low", mixing="high"))  # type: ignore[arg-type]  # one of the aims
    problem = Problem.build(made.people, made.participants, policy)
    solution = solve(problem)
    mentees = np.arange(12)
    mentors = np.roll(mentees, 1)
    again = kept(solution, mentees, mentors)
    pins = [
        Pin(problem.mentors[j].person, problem.mentees[i].person)
        for i, j, stays in zip(mentees.tolist(), mentors.tolist(), again.tolist(), strict=True)
        if stays
    ]
    assert solve(problem.variant(pins=pins)).value == solution.value
    chosen = kept(solution, *solution.positions[:2])
    assert chosen.all()


def test_remedies_help_the_person() -> None:
    for left in SOLUTION.unmatched[:4]:
        for remedy in remedies(PROBLEM, SOLUTION, left.person, left.role):
            assert (left.role, left.person) in remedy.difference.now_paired


def test_profiles_add_what_they_promise_and_no_more_than_their_bound() -> None:
    profiles = recruit_next(PROBLEM, SOLUTION)
    assert profiles
    topics = [topic for profile in profiles for topic in profile.topics]
    assert len(set(topics)) == len(topics)
    for profile in profiles:
        assert profile.difference.pairs == 1
        assert profile.difference.total * SOLUTION.sweep.scale <= profile.bound


def test_suggestions_weigh_the_fit_against_what_others_would_miss() -> None:
    mentee = SOLUTION.pairs[5].mentee
    found = suggestions(PROBLEM, SOLUTION, mentee)
    assert len(found) == 5
    assert found[0].chosen
    balance = [s.score - s.demand for s in found]
    assert balance == sorted(balance, reverse=True)


def test_what_if_tells_the_difference() -> None:
    pair = SOLUTION.pairs[2]
    banned = solve(PROBLEM.variant(bans=[Ban(pair.mentor, pair.mentee)]), start=SOLUTION)
    found = difference(SOLUTION, banned)
    assert (pair.mentor, pair.mentee) in {(p.mentor, p.mentee) for p in found.lost}
    assert found.kept + len(found.lost) == len(SOLUTION.pairs)
    assert found.total < 0


def test_the_frontier_is_best_in_each_objectives_own_terms() -> None:
    points = {(p.objective, p.strength): p for p in frontier(PROBLEM, SOLUTION)}
    full = [p for (name, _), p in points.items() if name != "best-fit"]
    assert {p.pairs for p in full} == {len(SOLUTION.pairs)}
    assert max(p.total for p in full) == points["nobody-left-out", None].total
    assert max(p.worst or 0 for p in full) == points["worst-first", None].worst
    assert sum(p.current for p in points.values()) == 1


def test_robustness_is_seeded_and_a_share() -> None:
    found = robustness(PROBLEM, SOLUTION, runs=3)
    assert found == robustness(PROBLEM, SOLUTION, runs=3)
    assert found.mean is not None
    assert 0 < found.mean < 1
    # Unchanged weights only exchange pairs that are worth the same.
    still = robustness(PROBLEM, SOLUTION, runs=1, spread=0)
    assert still.mean is not None
    assert still.mean > found.mean


def test_small_groups_are_hidden_and_cannot_be_worked_out() -> None:
    assert hidden_groups({"a": 9, "b": 8, "c": 4}) == {"b", "c"}
    assert hidden_groups({"a": 9, "b": 3, "c": 4}) == {"b", "c"}
    assert hidden_groups({"a": 9, "b": 1, "c": 2}) == {"a", "b", "c"}
    assert hidden_groups({"a": 5, "b": 8}) == set()


@pytest.mark.parametrize("grouping", ["unit", "site", "country", "level", "tenure"])
def test_the_audit_shows_groups_of_five_and_adds_up(grouping: str) -> None:
    for side in audit(PROBLEM, SOLUTION, grouping):
        shown = [line for line in side.lines if not line.hidden]
        assert all((line.people or 0) >= 5 for line in shown)
        assert len([line for line in side.lines if line.hidden]) != 1
        for line in shown:
            assert line.participation is not None
            assert 0 <= line.participation.low <= line.participation.value
            if line.mean:
                assert (line.worst or 0) <= line.mean.value
    mentees = audit(PROBLEM, SOLUTION, "tenure")[0]
    assert sum(line.paired or 0 for line in mentees.lines) == len(SOLUTION.pairs)


def test_a_difference_beyond_chance_is_noted() -> None:
    from dataclasses import replace

    paired = {pair.mentee for pair in SOLUTION.pairs}
    people = [replace(p, groups={"lot": "in" if p.id in paired else "out"}) for p in COMPANY.people]
    problem = Problem.build(people, COMPANY.participants, Policy())
    mentees, mentors = audit(problem, solve(problem), "lot")
    assert mentees.participation_differs
    assert not mentors.participation_differs


def test_the_histogram_and_the_quartiles_count_every_pair() -> None:
    assert sum(histogram(SOLUTION).counts) == len(SOLUTION.pairs)
    found = distribution(SOLUTION)
    assert found.pairs == len(SOLUTION.pairs)
    assert found.worst == min(pair.score for pair in SOLUTION.pairs)


@pytest.mark.parametrize(
    "ask",
    [
        lambda who: alternatives(PROBLEM, SOLUTION, who),
        lambda who: suggestions(PROBLEM, SOLUTION, who),
        lambda who: remedies(PROBLEM, SOLUTION, who, "mentor"),
        lambda who: bottleneck(PROBLEM, SOLUTION, who, "mentee"),
        lambda who: force(PROBLEM, SOLUTION, PROBLEM.mentors[0].person, who),
        lambda who: verdict(PROBLEM, SOLUTION, who, PROBLEM.mentees[0].person),
    ],
)
def test_whoever_takes_no_part_is_named(ask: Callable[[str], object]) -> None:
    with pytest.raises(ProblemError, match="nobody-knows: takes no part as a ment"):
        ask("nobody-knows")
