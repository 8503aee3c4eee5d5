"""Each hard rule forbids what it is for, says by which fact, and nothing else."""

from typing import Any

import pytest
from hypothesis import given

from tests.engine.company import pair, person
from tests.strategies import questions
from viceversa.engine import (
    Ban,
    Pin,
    Policy,
    Problem,
    ProblemError,
    Rules,
    Weights,
    Wish,
    allowed,
    rules_for,
    solve,
    verify,
)

TOP = person("top", level=9)
BOSS = person("boss", level=8, manager="top")
PEER = person("peer", level=4, manager="boss")
AUNT = person("aunt", level=8, manager="top")


def broken(problem: Any) -> list[str]:
    return [rule.name for rule in rules_for(problem, "gino", "sara") if not rule.passed]


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ({}, []),
        ({"mentee": {"eligible": False}}, ["not-eligible"]),
        ({"mentor": {"willing": False}}, ["not-willing"]),
        ({"junior": {"level": 5}}, ["seniority"]),
        ({"junior": {"level": 4}}, []),
        ({"junior": {"level": 4}, "policy": Policy(rules=Rules(minimum_step=2))}, ["seniority"]),
        ({"junior": {"level": None}}, ["seniority"]),
        ({"junior": {"manager": "sara"}}, ["reporting-line"]),
        ({"senior": {"manager": "gino"}}, ["reporting-line"]),
        ({"junior": {"manager_known": False}}, ["reporting-line"]),
        # Two steps, through somebody in between; not beyond the depth.
        ({"junior": {"manager": "peer"}, "senior": {"manager": None},
          "others": (person("peer", manager="sara"),)}, ["reporting-line"]),
        ({"junior": {"manager": "peer"}, "others": (person("peer", manager="sara"),),
          "policy": Policy(rules=Rules(line_depth=1, siblings_reports=False))}, []),
        # A peer's direct report; the same without the rule; a cousin; a second cousin.
        ({"senior": {"manager": "boss"}, "junior": {"manager": "peer"},
          "others": (TOP, BOSS, PEER)}, ["siblings-reports"]),
        ({"senior": {"manager": "boss"}, "junior": {"manager": "peer"},
          "others": (TOP, BOSS, PEER),
          "policy": Policy(rules=Rules(siblings_reports=False))}, []),
        ({"senior": {"manager": "boss"}, "junior": {"manager": "aunt"},
          "others": (TOP, BOSS, AUNT)}, ["siblings-reports"]),
        ({"senior": {"manager": "boss"}, "junior": {"manager": "low"},
          "others": (TOP, BOSS, AUNT, person("low", manager="aunt"))}, []),
        ({"junior": {"unit": ("Group", "Unit of sara")}}, ["same-unit"]),
        ({"junior": {"unit": ("Group", "Unit of sara", "Team")}}, []),
        ({"junior": {"languages": ("fr",)}}, ["language"]),
        ({"junior": {"languages": ()}}, []),
        ({"junior": {"languages": ("fr",)}, "policy": Policy(weights=Weights(language="off"))}, []),
        ({"mentor": {"windows": ((540, 599),)}}, ["overlap"]),
        ({"mentor": {"windows": ((540, 600),)}}, []),
        ({"mentor": {"windows": ()}}, []),
        ({"mentor": {"previous": ("sara",)}}, ["previous"]),
        ({"mentor": {"previous": ("sara",)}, "policy": Policy(rules=Rules(previous="allow"))}, []),
        ({"mentee": {"excludes": ("gino",)}}, ["excluded"]),
        ({"mentee": {"wants": (Wish("law", 1),)},
          "policy": Policy(weights=Weights(topics="must"))}, ["must-topics"]),
    ],
)  # fmt: skip
def test_what_a_rule_forbids(facts: dict[str, Any], rules: list[str]) -> None:
    problem = pair(**facts)
    assert broken(problem) == rules
    solution = solve(problem)
    assert len(solution.pairs) == (0 if rules else 1)
    assert verify(problem, solution).ok
    if rules:
        left = {(u.person, u.reason) for u in solution.unmatched}
        assert left == {("sara", "rules"), ("gino", "rules")}
        assert solution.unmatched[0].counts.only == {rules[0]: 1}


def test_nobody_is_paired_with_themselves() -> None:
    from viceversa.engine import Participant, Problem

    both = [Participant("solo", "mentee"), Participant("solo", "mentor")]
    rules = Rules(minimum_step=-5, siblings_reports=False)
    problem = Problem.build([person("solo", level=1)], both, Policy(rules=rules))
    assert [r.name for r in rules_for(problem, "solo", "solo") if not r.passed] == [
        "same-person",
        "same-unit",
    ]
    assert solve(problem).pairs == ()


def test_a_cycle_in_the_reporting_tree_does_no_harm() -> None:
    facts = {"senior": {"manager": "gino"}, "junior": {"manager": "sara"}}
    assert "reporting-line" in broken(pair(**facts))


def test_facts_say_where_the_lines_meet_and_when_both_are_free() -> None:
    problem = pair(senior={"manager": "boss"}, junior={"manager": "aunt"}, others=(TOP, BOSS, AUNT))
    facts = {rule.name: rule.data for rule in rules_for(problem, "gino", "sara")}
    assert facts["siblings-reports"]["shared_manager"] == "top"
    assert facts["siblings-reports"]["steps_from_mentor"] == 2
    assert facts["overlap"]["windows"] == ((540, 780),)
    assert facts["overlap"]["minutes"] == 240
    assert facts["language"]["common"] == ("it",)


def test_a_ban_forbids_and_a_pin_needs_an_override_against_a_rule() -> None:
    problem = pair()
    banned = problem.variant(bans=[Ban("gino", "sara")])
    assert broken(banned) == ["banned"]
    senior = pair(junior={"level": 7})
    with pytest.raises(ProblemError, match="the pair breaks seniority"):
        solve(senior.variant(pins=[Pin("gino", "sara")]))
    forced = senior.variant(pins=[Pin("gino", "sara", override=True)])
    solution = solve(forced)
    assert [(p.mentor, p.pinned) for p in solution.pairs] == [("gino", True)]
    assert verify(forced, solution).ok


@given(questions())
def test_many_pairs_at_once_are_judged_as_one_by_one(question: tuple) -> None:
    problem = Problem.build(*question)
    pairs = [
        (mentor.person, mentee.person) for mentor in problem.mentors for mentee in problem.mentees
    ]
    one_by_one = [all(rule.passed for rule in rules_for(problem, *pair)) for pair in pairs]
    assert allowed(problem, pairs).tolist() == one_by_one
