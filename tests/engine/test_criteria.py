"""Each criterion is worth what its definition says."""

from typing import Any

import pytest

from tests.engine.company import pair
from viceversa.engine import Policy, Problem, Rules, Weights, Wish, solve, verdict

LENIENT = Policy(
    weights=Weights(language="off", style="low"),
    rules=Rules(same_unit="allow", minimum_overlap=0, siblings_reports=False),
)


def earned(criterion: str, problem: Problem) -> float:
    found = verdict(problem, solve(problem), mentor="gino", mentee="sara")
    return found.contributions[criterion].earned


@pytest.mark.parametrize(
    ("criterion", "facts", "value"),
    [
        ("topics", {}, 1.0),
        ("topics", {"mentor": {"offers": (Wish("ai", 5),)}}, 5 / 8),
        ("topics", {"mentor": {"offers": (Wish("ai", 4),)}}, 0.0),
        ("topics", {"mentor": {"offers": ()}}, 0.0),
        ("topics", {"mentee": {"wants": (Wish("ai", 1), Wish("video", 3))}}, 0.25),
        ("topics", {"mentee": {"wants": ()}}, 0.5),
        # A mentee who is at level 4 already gains half of what is left to gain with a 6.
        (
            "topics",
            {"mentee": {"offers": (Wish("ai", 4),)}, "mentor": {"offers": (Wish("ai", 6),)}},
            0.5,
        ),
        ("reciprocity", {}, 1.0),
        ("reciprocity", {"mentor": {"wants": (Wish("career", 1), Wish("law", 1))}}, 0.5),
        ("reciprocity", {"mentee": {"offers": ()}}, 0.0),
        ("reciprocity", {"mentor": {"wants": ()}}, 0.5),
        ("language", {}, 1.0),
        ("language", {"senior": {"languages": ("en", "it")}}, 0.75),
        (
            "language",
            {"senior": {"languages": ("en", "it")}, "junior": {"languages": ("fr", "it")}},
            0.5,
        ),
        ("language", {"senior": {"languages": ("en",)}}, 0.0),
        ("language", {"senior": {"languages": ()}}, 0.5),
        ("availability", {}, 1.0),
        ("availability", {"mentor": {"windows": ((9 * 60, 10 * 60),)}}, 0.25),
        (
            "availability",
            {"mentor": {"windows": ((9 * 60, 9 * 60 + 7),)}},
            7 * 10_000 // 240 / 10_000,
        ),
        ("availability", {"mentor": {"windows": ()}}, 0.5),
        # A window from Sunday evening into Monday morning meets the Monday morning.
        ("availability", {"mentor": {"windows": ((9_900, 10_080 + 10 * 60),)}}, 0.25),
        ("mixing", {}, 1.0),
        ("mixing", {"junior": {"site": "Site of sara"}}, 0.5),
        ("mixing", {"junior": {"site": ""}}, 0.75),
        ("mixing", {"junior": {"unit": ("Group", "Unit of sara", "Team")}}, 0.75),
        ("mixing", {"junior": {"unit": ("Group", "Unit of sara"), "site": "Site of sara"}}, 0.0),
        ("preferences", {}, 0.5),
        ("preferences", {"mentee": {"prefers": ("gino",)}}, 0.75),
        ("preferences", {"mentee": {"prefers": ("gino", "gino")}}, 0.75),
        (
            "preferences",
            {"mentee": {"prefers": ("gino",)}, "mentor": {"prefers": ("sara",)}},
            1.0,
        ),
        ("waiting", {}, 0.0),
        ("waiting", {"mentee": {"waiting": 9}}, 0.5),
        ("waiting", {"mentee": {"waiting": 1}, "mentor": {"waiting": 3}}, (1_666 + 5_000) / 10_000),
        ("style", {}, 0.5),
        ("style", {"mentee": {"style": 0.9}, "mentor": {"style": 0.2}}, 0.7),
    ],
)
def test_what_a_criterion_earns(criterion: str, facts: dict[str, Any], value: float) -> None:
    assert earned(criterion, pair(policy=LENIENT, **facts)) == value


def test_the_score_is_the_weighted_mean_of_the_criteria() -> None:
    problem = pair(mentor={"offers": (Wish("ai", 5),)}, policy=LENIENT)
    found = verdict(problem, solve(problem), mentor="gino", mentee="sara")
    shares = [part.weight_share for part in found.contributions.values()]
    assert sum(shares) == pytest.approx(1)
    mean = sum(part.weight_share * part.earned for part in found.contributions.values())
    assert found.score == pytest.approx(mean, abs=1e-12)


def test_the_exchange_names_topics_weights_and_levels_both_ways() -> None:
    found = verdict(pair(), solve(pair()), mentor="gino", mentee="sara").exchange
    assert [(g.topic, g.weight, g.level) for g in found.gives] == [("ai", 3, 8)]
    assert [(g.topic, g.weight, g.level) for g in found.gets] == [("career", 3, 5)]
