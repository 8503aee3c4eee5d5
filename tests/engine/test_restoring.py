"""A restored answer is the solved one: same pairs, proof and reasons, and no bent document."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import questions
from viceversa.engine import (
    Ban,
    CertificateError,
    Participant,
    Person,
    Pin,
    Policy,
    Problem,
    ProblemError,
    Rules,
    Solution,
    alternatives,
    audit,
    force,
    restore,
    solve,
    verdict,
    verify,
)
from viceversa.engine.certificate.document import sealed
from viceversa.engine.synthetic import organisation

OBJECTIVES = ("nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first")
type Question = tuple[tuple[Person, ...], tuple[Participant, ...], Policy]

COMPANY = organisation(30, 25, seed=11)


@cache
def question(objective: str = "nobody-left-out") -> Problem:
    """Some take several partners, some ask for one at least, one pair is pinned, one banned."""
    places = [
        replace(p, maximum=k % 4, minimum=min(k % 4, k % 3 % 2))
        for k, p in enumerate(COMPANY.participants)
    ]
    policy = Policy(
        objective=objective,  # type: ignore[arg-type]  # one of the four
        rules=Rules(line_depth=1, siblings_reports=False),
    )
    free = solve(Problem.build(COMPANY.people, places, policy)).pairs
    pins = [Pin(free[1].mentor, free[0].mentee, override=True)]
    bans = [Ban(free[2].mentor, free[2].mentee)]
    return Problem.build(COMPANY.people, places, policy, pins, bans)


@cache
def answer(objective: str = "nobody-left-out") -> Solution:
    return solve(question(objective))


def written(solution: Solution) -> dict[str, Any]:
    """The certificate as it comes back from a file, its keys in another order."""
    text = json.dumps(solution.certificate(), sort_keys=True)
    document: dict[str, Any] = json.loads(text)
    return document


def same(problem: Problem, first: Solution, second: Solution) -> None:
    """Everything a reader of the two answers could see."""
    assert first.pairs == second.pairs
    assert first.unmatched == second.unmatched
    assert (first.value, first.bound, first.gap) == (second.value, second.bound, second.gap)
    assert dict(first.objective) == dict(second.objective)
    assert first.certificate() == second.certificate()
    sides = (("mentee", problem.mentees), ("mentor", problem.mentors))
    for role, side in sides:
        for p in side:
            asked = (p.person, 99, role)
            assert alternatives(problem, first, *asked) == alternatives(problem, second, *asked)


@given(questions(OBJECTIVES), st.data())
def test_it_equals_the_solved_answer(asked: Question, data: st.DataObject) -> None:
    people, places, policy = asked
    bare = Problem.build(people, places, policy)
    possible = [
        (j.person, i.person)
        for i in bare.mentees
        for j in bare.mentors
        if i.maximum and j.maximum and i.person != j.person
    ]
    chosen = (
        data.draw(st.lists(st.sampled_from(possible), max_size=3, unique=True)) if possible else []
    )
    pins = [Pin(*pair, override=True) for pair in chosen[:1]]
    bans = [Ban(*pair) for pair in chosen[1:]]
    problem = Problem.build(people, places, policy, pins, bans)
    solution = solve(problem)
    found = restore(problem, written(solution))
    same(problem, solution, found)
    assert verify(problem, found).ok
    for pair in possible:
        assert force(problem, solution, *pair) == force(problem, found, *pair)
        assert verdict(problem, solution, *pair) == verdict(problem, found, *pair)
    # A similar question may start from it, and comes to the same value.
    if chosen:
        changed = problem.variant(pins=(), bans=())
        assert solve(changed, start=found).value == solve(changed).value


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_an_organisation_is_restored_without_the_solver(
    objective: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = question(objective)
    solution = solve(problem)
    document = written(solution)
    with monkeypatch.context() as without:
        for name in ("flow_of", "least_mentor_prices"):
            without.setattr(f"viceversa.engine.solvers.columns.{name}", None)
        found = restore(problem, document)
        same(problem, solution, found)
        assert audit(problem, found, "unit") == audit(problem, solution, "unit")
    pair = found.pairs[-1]
    changed = problem.variant(bans=[*problem.bans, Ban(pair.mentor, pair.mentee)])
    again = solve(changed, start=found)
    assert again.value == solve(changed).value
    assert verify(changed, again).ok


def _cheaper(document: dict[str, Any]) -> None:
    # One alone may fall a little: the surplus of its pair takes over, and that proves as much.
    for id_ in document["prices"]["mentees"]:
        document["prices"]["mentees"][id_] -= document["scale"]


def _dearer(document: dict[str, Any]) -> None:
    prices = document["prices"]["mentors"]
    prices[next(id_ for id_, (_, most) in document["places"]["mentors"].items() if most)] += 1


def _broken(document: dict[str, Any]) -> None:
    prices = document["prices"]["mentees"]
    prices[next(iter(prices))] += 0.5


def _swapped(document: dict[str, Any]) -> None:
    first, second = document["pairs"][:2]
    first["mentor"], second["mentor"] = second["mentor"], first["mentor"]


def _dropped(document: dict[str, Any]) -> None:
    del document["pairs"][-1]


def _better(document: dict[str, Any]) -> None:
    document["pairs"][0]["score"] += 1


def _worthier(document: dict[str, Any]) -> None:
    document["pairs"][0]["worth"] += 1


def _roomier(document: dict[str, Any]) -> None:
    next(iter(document["places"]["mentors"].values()))[1] += 1


def _pinned(document: dict[str, Any]) -> None:
    free = next(pair for pair in document["pairs"] if not pair["pinned"])
    free["pinned"] = True


def _claimed(document: dict[str, Any]) -> None:
    document["value"] += 1
    document["bound"] += 1


def _stranger(document: dict[str, Any]) -> None:
    document["pairs"][0]["mentor"] = "nobody"


def _counted(document: dict[str, Any]) -> None:
    document["statistics"]["bans"] += 1


def _boasted(document: dict[str, Any]) -> None:
    document["statistics"]["passes"] = "few"


def _noted(document: dict[str, Any]) -> None:
    document["note"] = "all is well"


def _missing(document: dict[str, Any]) -> None:
    del document["prices"]


def _untold(document: dict[str, Any]) -> None:
    del document["statistics"]


BENT = [
    *(_cheaper, _dearer, _broken, _swapped, _dropped, _better, _worthier, _roomier, _pinned),
    *(_claimed, _stranger, _counted, _boasted, _noted, _missing, _untold),
]


@pytest.mark.parametrize("bend", BENT)
@pytest.mark.parametrize("resealed", [False, True])
@pytest.mark.parametrize("objective", ["nobody-left-out", "worst-first"])
def test_a_bent_document_is_refused(bend: Any, resealed: bool, objective: str) -> None:
    problem = question(objective)
    document = written(answer(objective))
    bend(document)
    if resealed:
        document = sealed({k: v for k, v in document.items() if k != "checksum"})
    with pytest.raises(CertificateError) as refused:
        restore(problem, document)
    assert refused.value.faults
    assert "solve again" in str(refused.value)


def test_the_certificate_of_another_question_is_refused() -> None:
    document = written(answer())
    with pytest.raises(CertificateError, match="policy_hash"):
        restore(question("best-fit"), document)
    other = question().variant(bans=())
    with pytest.raises(CertificateError, match="input_hash"):
        restore(other, document)
    with pytest.raises(CertificateError, match="not an object"):
        restore(other, json.dumps(document))  # type: ignore[arg-type]  # the text, not the data


def test_a_pin_that_breaks_a_rule_is_refused_as_when_solving() -> None:
    problem = question()
    forbidden = next(
        (mentor.person, mentee.person)
        for mentee in problem.mentees
        for mentor in problem.mentors
        if mentee.maximum
        and mentor.maximum
        and verdict(problem, answer(), mentor.person, mentee.person).state == "impossible"
    )
    allowed = problem.variant(pins=[Pin(*forbidden, override=True)], bans=())
    document = written(solve(allowed))
    assert restore(allowed, document).pairs
    with pytest.raises(ProblemError, match="breaks"):
        restore(problem.variant(pins=[Pin(*forbidden)], bans=()), document)
