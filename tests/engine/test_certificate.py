"""A certificate proves the answer to an outsider, and not a digit of it can be bent."""

import json
from typing import Any

import pytest

from viceversa.engine import Policy, Problem, Rules, solve, verify
from viceversa.engine.certificate.document import sealed
from viceversa.engine.synthetic import organisation

COMPANY = organisation(30, 25, seed=11)


def question(objective: str = "nobody-left-out") -> Problem:
    policy = Policy(
        objective=objective,  # type: ignore[arg-type]  # one of the four
        rules=Rules(line_depth=1, siblings_reports=False),
    )
    return Problem.build(COMPANY.people, COMPANY.participants, policy)


@pytest.mark.parametrize(
    "objective", ["nobody-left-out", "best-fit", "protect-the-worst-off", "worst-first"]
)
def test_it_survives_json_and_is_enough(objective: str) -> None:
    document = json.loads(json.dumps(solve(question(objective)).certificate()))
    found = verify(question(objective), document)
    assert found.ok
    assert (found.value, found.bound, found.gap) == (document["value"], document["bound"], 0)


def test_an_outsider_adds_up_value_and_bound_from_the_file_alone() -> None:
    document = solve(question()).certificate()
    value = sum(pair["worth"] for pair in document["pairs"])
    bound = 0
    surplus = 0
    for side in ("mentees", "mentors"):
        for id_, price in document["prices"][side].items():
            low, high = document["places"][side][id_]
            bound += price * (high if price > 0 else low)
    for pair in document["pairs"]:
        prices = document["prices"]
        over = prices["mentees"][pair["mentee"]] + prices["mentors"][pair["mentor"]]
        surplus += max(0, pair["worth"] - over)
    assert value == document["value"] == document["bound"] == bound + surplus


def _first(document: dict[str, Any], side: str) -> str:
    return next(iter(document["prices"][side]))


def _cheaper(document: dict[str, Any]) -> None:
    paired = document["pairs"][0]["mentee"]
    document["prices"]["mentees"][paired] -= document["scale"]


def _swapped(document: dict[str, Any]) -> None:
    first, second = document["pairs"][:2]
    first["mentor"], second["mentor"] = second["mentor"], first["mentor"]


def _dropped(document: dict[str, Any]) -> None:
    del document["pairs"][0]


def _doubled(document: dict[str, Any]) -> None:
    document["pairs"].append(dict(document["pairs"][0]))


def _better(document: dict[str, Any]) -> None:
    document["pairs"][0]["score"] += 1


def _pinned(document: dict[str, Any]) -> None:
    document["pairs"][0]["pinned"] = True


def _claimed(document: dict[str, Any]) -> None:
    document["value"] += 1


def _stranger(document: dict[str, Any]) -> None:
    document["pairs"][0]["mentor"] = "nobody"


def _missing(document: dict[str, Any]) -> None:
    del document["prices"]


BENT = [_cheaper, _swapped, _dropped, _doubled, _better, _pinned, _claimed, _stranger, _missing]


@pytest.mark.parametrize("bend", BENT)
@pytest.mark.parametrize("resealed", [False, True])
def test_a_bent_certificate_is_refused(bend: Any, resealed: bool) -> None:
    document = json.loads(json.dumps(solve(question()).certificate()))
    bend(document)
    if resealed:
        document = sealed({k: v for k, v in document.items() if k != "checksum"})
    found = verify(question(), document)
    assert not found.ok
    assert found.faults
    if not resealed:
        assert "altered" in found.faults[-1]


def test_the_certificate_of_another_question_is_refused() -> None:
    document = solve(question()).certificate()
    other = organisation(30, 25, seed=12)
    found = verify(Problem.build(other.people, other.participants, Policy()), document)
    assert any("input_hash" in fault for fault in found.faults)
    found = verify(question("best-fit"), document)
    assert any("policy_hash" in fault for fault in found.faults)


def test_a_floor_that_could_be_higher_is_refused() -> None:
    document = json.loads(json.dumps(solve(question("worst-first")).certificate()))
    lower = {k: v for k, v in document.items() if k != "checksum"} | {"floor": 0}
    found = verify(question("worst-first"), sealed(lower))
    assert not found.ok
