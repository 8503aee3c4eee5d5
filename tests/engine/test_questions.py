"""A question that contradicts itself is refused with every fault; an empty one is answered."""

from typing import Any

import pytest

from tests.engine.company import pair, person, place
from viceversa.engine import (
    Ban,
    Cancelled,
    Pin,
    Policy,
    Problem,
    ProblemError,
    Rules,
    Weights,
    Wish,
    solve,
    verify,
)
from viceversa.engine.synthetic import organisation

SARA, GINO = person("sara", level=5), person("gino", level=2)
OFF = Weights(*["off"] * 8)  # type: ignore[arg-type]  # eight weights


@pytest.mark.parametrize(
    ("people", "places", "extra", "code"),
    [
        ([SARA, SARA], [], {}, "duplicate-person"),
        ([person("x", manager="nobody")], [], {}, "unknown-manager"),
        ([person("x", manager="x")], [], {}, "own-manager"),
        ([SARA], [place("sara", "mentee"), place("sara", "mentee")], {}, "duplicate-participant"),
        ([SARA], [place("gino", "mentor")], {}, "unknown-person"),
        ([SARA], [place("sara", "guru")], {}, "role"),
        ([SARA], [place("sara", "mentee", minimum=2)], {}, "capacity"),
        ([SARA], [place("sara", "mentee", maximum=-1)], {}, "capacity"),
        ([SARA], [place("sara", "mentee", waiting=-1)], {}, "waiting"),
        ([SARA], [place("sara", "mentee", style=float("nan"))], {}, "style"),
        ([SARA], [place("sara", "mentee", style=1.5)], {}, "style"),
        ([SARA], [place("sara", "mentee", wants=(Wish("ai", 4),))], {}, "wish"),
        ([SARA], [place("sara", "mentor", offers=(Wish("ai", 9),))], {}, "wish"),
        ([SARA], [place("sara", "mentee", windows=((600, 600),))], {}, "window"),
        ([SARA], [place("sara", "mentee", windows=((-5, 600),))], {}, "window"),
        ([SARA], [], {"policy": Policy(objective="luck")}, "objective"),
        ([SARA], [], {"policy": Policy(strength=float("nan"))}, "strength"),
        ([SARA], [], {"policy": Policy(weights=OFF)}, "weights"),
        ([SARA], [], {"policy": Policy(rules=Rules(line_depth=-1))}, "rule"),
        ([SARA], [], {"pins": [Pin("gino", "sara")]}, "unknown-person"),
        ([SARA], [], {"bans": [Ban("gino", "sara"), Ban("gino", "sara")]}, "duplicate-edit"),
    ],
)
def test_faults_are_found(people: Any, places: Any, extra: Any, code: str) -> None:
    with pytest.raises(ProblemError) as refusal:
        Problem.build(people, places, **extra)
    assert code in {fault.code for fault in refusal.value.faults}
    assert all(fault.where and fault.what and fault.remedy for fault in refusal.value.faults)


def test_edits_against_each_other_or_beyond_the_places_are_refused() -> None:
    with pytest.raises(ProblemError, match="both pinned and forbidden"):
        pair().variant(pins=[Pin("gino", "sara")], bans=[Ban("gino", "sara")])
    with pytest.raises(ProblemError, match="1 pins for 0 place"):
        pair(mentor={"maximum": 0}).variant(pins=[Pin("gino", "sara")])


@pytest.mark.parametrize("places", [[], [place("sara", "mentee")], [place("gino", "mentor")]])
def test_an_empty_side_has_an_empty_answer(places: Any) -> None:
    problem = Problem.build([SARA, GINO], places)
    solution = solve(problem)
    assert solution.pairs == ()
    assert verify(problem, solution).ok
    assert {u.reason for u in solution.unmatched} <= {"nobody-there"}


def test_what_had_no_effect_is_said() -> None:
    problem = pair(
        senior={"languages": ()}, mentee={"prefers": ("ghost", "a", "b", "c", "d", "gino")}
    )
    notices = {(notice.code, notice.person): notice.about for notice in problem.notices}
    assert notices["unknown-prefers", "sara"] == ("ghost", "a", "b", "c", "d")
    assert notices["too-many-prefers", "sara"] == ("gino",)
    assert ("languages-unknown", "sara") in notices


def test_progress_closes_the_gap_and_cancelling_stops() -> None:
    company = organisation(80, 80, seed=4)
    problem = Problem.build(company.people, company.participants)
    seen: list[Any] = []
    solve(problem, progress=seen.append)
    assert seen[-1].stage == "done"
    assert {p.stage for p in seen} == {"candidates", "assigning", "pricing", "done"}
    gaps = [p.gap for p in seen if p.gap is not None]
    assert all(gap >= 0 for gap in gaps)
    with pytest.raises(Cancelled):
        solve(problem, cancelled=lambda: True)
