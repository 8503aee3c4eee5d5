"""Every hard rule of the engine is told with its fact, whether it holds or not."""

from dataclasses import replace
from typing import Any

import pytest

from tests.matching.rules.couple import teller
from viceversa import engine
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.sentences import RuleLine
from viceversa.programmes.rules.policy import MatchingPolicy, Rules, Weights


def checked(
    language: Any = "en", bans: tuple[engine.Ban, ...] = (), **changes: Any
) -> dict[str, RuleLine]:
    """The rules of Sofia and Alberto, with some facts replaced, by name."""
    told = teller(language, **changes)
    problem = build(told.roster, told.policy, bans=bans)
    return {rule.name: rule for rule in told.rules("S", "A", engine.rules_for(problem, "S", "A"))}


LOOSE = MatchingPolicy(rules=Rules(siblings_reports=False))


def test_all_rules_hold_and_say_by_which_fact() -> None:
    rules = checked(policy=LOOSE, mentor={"languages": ("it",)})
    assert all(rule.passed for rule in rules.values())
    assert {name: (rule.title, rule.fact) for name, rule in rules.items()} == {
        "not-eligible": ("Both are eligible", ""),
        "not-willing": ("Both are willing to take part", ""),
        "seniority": (
            "Sofia’s level is below Alberto’s",
            "Levels 2 and 6, at least 1 apart; read from the directory, never from age",
        ),
        "reporting-line": (
            "Not in the same reporting line",
            "Nearest shared manager: Lucia Bonfanti, Chief executive",
        ),
        "siblings-reports": (
            "Not in a team next to Alberto’s own",
            "The policy does not ask for this",
        ),
        "same-unit": ("Not in the same team", "Data and Procurement"),
        "language": ("A language in common", "Italian"),
        "overlap": ("Enough time in common", "2\u00a0h a week shared, 1\u00a0h needed"),
        "previous": ("Never paired before", ""),
        "excluded": ("No exclusion applies", "Reasons people give stay private to them"),
    }


@pytest.mark.parametrize(
    ("name", "changes", "title", "fact"),
    [
        ("not-eligible", {"shares": {"eligible": False}}, "Not eligible in this round",
         "It concerns Sofia"),
        ("not-willing", {"learns": {"willing": False}}, "Not willing to take part now",
         "It concerns Alberto"),
        ("seniority", {"mentor": {"level": 6}},
         "Sofia’s level is not far enough below Alberto’s",
         "Levels 6 and 6, at least 1 apart; read from the directory, never from age"),
        ("seniority", {"mentor": {"level": None}},
         "Sofia’s level is not far enough below Alberto’s",
         "The directory holds no level for Sofia"),
        ("reporting-line", {"mentor": {"manager": "A"}}, "In the same reporting line",
         "Alberto is Sofia’s line manager"),
        ("reporting-line", {"mentee": {"manager": None, "manager_known": False}},
         "In the same reporting line",
         "The directory holds no line manager for Alberto, so the rule holds back everyone"),
        ("siblings-reports", {"policy": MatchingPolicy()}, "In a team next to Alberto’s own",
         "Shared manager within two levels: Lucia Bonfanti, Chief executive"),
        ("same-unit", {"mentor": {"unit": ("Operations", "Procurement")}}, "In the same team",
         "Both are in Procurement"),
        ("language", {"mentor": {"languages": ("fr", "ar")}}, "No language in common",
         "Sofia: French and Arabic. Alberto: Italian"),
        ("overlap", {"shares": {"availability": ((4, 600, 660),)}}, "Not enough time in common",
         "0\u00a0min a week shared, 1\u00a0h needed"),
        ("previous", {"shares": {"previous": ("A",)}}, "Already paired in an earlier round", ""),
        ("excluded", {"learns": {"excludes": ("S",)}}, "An exclusion applies",
         "Reasons people give stay private to them"),
        ("must-topics", {"learns": {"wants": (("video", 1),)},
                         "policy": replace(LOOSE, weights=Weights(topics="must"))},
         "Required and not met: What Alberto is curious about", ""),
    ],
)  # fmt: skip
def test_a_broken_rule_says_why_and_stands_first(
    name: str, changes: dict[str, Any], title: str, fact: str
) -> None:
    rules = checked(**{"policy": LOOSE, **changes})
    assert (rules[name].passed, rules[name].title, rules[name].fact) == (False, title, fact)
    states = [rule.passed for rule in rules.values()]
    assert states == sorted(states)


def test_who_excluded_whom_is_never_told() -> None:
    mine = checked(policy=LOOSE, shares={"excludes": ("A",)})["excluded"]
    theirs = checked(policy=LOOSE, learns={"excludes": ("S",)})["excluded"]
    assert mine == theirs


def test_a_pair_forbidden_by_the_coordinator() -> None:
    assert "banned" not in checked(policy=LOOSE)
    assert checked(policy=LOOSE, bans=(engine.Ban("S", "A"),))["banned"].title == (
        "Forbidden by the coordinator"
    )


def test_what_is_not_declared_is_not_held_against_anyone() -> None:
    rules = checked(policy=LOOSE, learns={"availability": ()}, mentor={"languages": ()})
    assert rules["overlap"].passed
    assert rules["overlap"].fact == "Not checked: no free time declared yet for Alberto"
    assert rules["language"].fact == "Not checked: no language declared for Sofia"


def test_in_one_line_but_further_apart_than_the_rule_reaches() -> None:
    rules = checked(policy=MatchingPolicy(rules=Rules(siblings_reports=False, line_depth=0)),
                    mentor={"manager": "A"})  # fmt: skip
    assert rules["reporting-line"].title == "Far enough apart in the reporting line"
    assert rules["reporting-line"].fact == "Alberto is Sofia’s line manager"


def test_the_same_in_italian() -> None:
    rules = checked("it", policy=LOOSE)
    assert rules["reporting-line"].fact == (
        "Responsabile comune più vicino: Lucia Bonfanti, Chief executive"
    )
    assert rules["language"].fact == "Italiano"
