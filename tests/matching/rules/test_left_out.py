"""Whoever is left out learns what is in the way and what would help, in numbers that are true."""

import json
from datetime import date
from typing import Any

import pytest

from tests.matching.rules.couple import TOPICS
from viceversa import engine
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import Language, PersonRecord, PlaceRecord, Role, Roster
from viceversa.matching.rules.sentences import LeftOut, Teller, facts_of
from viceversa.programmes.rules.policy import MatchingPolicy, Weights

FREE = ((0, 540, 660),)


def person(id_: str, level: int | None, **more: Any) -> PersonRecord:
    return PersonRecord(id_, f"{id_} Rossi", id_, unit=(id_,), level=level, **more)


def place(id_: str, role: Role, **more: Any) -> PlaceRecord:
    topics: dict[str, Any] = (
        {"offers": (("ai", 6),), "wants": (("talk", 2),)}
        if role == "mentor"
        else {"wants": (("ai", 3),), "offers": (("talk", 5),)}
    )
    return PlaceRecord(id_, role, **{"availability": FREE, **topics, **more})


def left(
    *who: tuple[PersonRecord, PlaceRecord],
    language: Language = "en",
    policy: MatchingPolicy | None = None,
) -> dict[str, LeftOut]:
    """Everyone without a partner, in words; the facts travel through JSON as they do in a round."""
    roster = Roster(tuple(p for p, _ in who), tuple(q for _, q in who), TOPICS, date(2026, 11, 23))
    policy = policy or MatchingPolicy()
    teller = Teller(roster, policy, language)
    told = {}
    for one in engine.solve(build(roster, policy)).unmatched:
        facts = json.loads(json.dumps(facts_of(one)))
        role: Role = "mentee" if one.role == "mentee" else "mentor"
        told[one.person] = teller.left_out(one.person, role, one.reason, facts)
    return told


MENTOR = (person("Sofia", 2), place("Sofia", "mentor"))


def mentee(
    name: str = "Ada", level: int | None = 7, **more: Any
) -> tuple[PersonRecord, PlaceRecord]:
    about = {key: more.pop(key) for key in ("languages", "manager_known") if key in more}
    return person(name, level, **about), place(name, "mentee", **more)


def test_the_other_side_is_empty() -> None:
    assert left(mentee())["Ada"].in_the_way == "There is no mentor in this round."
    assert (
        left(MENTOR, language="it")["Sofia"].in_the_way == "In questa tornata non ci sono mentee."
    )


@pytest.mark.parametrize(
    ("fact", "way", "remedy"),
    [
        ({"level": None}, "no level for Ada", "Add the level of Ada"),
        (
            {"manager_known": False},
            "No line manager in the directory for Ada",
            "line manager of Ada",
        ),
        ({"eligible": False}, "Ada is not eligible now", "directory says that Ada is active"),
        ({"willing": False}, "Ada does not wish to take part now", "Ada decides when"),
    ],
)
def test_one_fact_about_the_person_that_holds_back_everyone(
    fact: dict[str, Any], way: str, remedy: str
) -> None:
    told = left(MENTOR, mentee(**fact))["Ada"]
    assert way in told.in_the_way
    assert len(told.would_help) == 1 and remedy in told.would_help[0]


def test_rules_are_counted_and_the_one_that_alone_holds_back_is_the_remedy() -> None:
    french = (person("Luc", 1, languages=("fr",)), place("Luc", "mentor"))
    late = mentee(languages=("it",), availability=((5, 60, 120),))
    told = left(MENTOR, (person("Ivo", 2), place("Ivo", "mentor")), french, late)["Ada"]
    assert told.in_the_way == (
        "The rules leave no pair with any of 3 mentors: 3 with less than 1\u00a0h a week in"
        " common and 1 without a language in common."
    )
    assert told.would_help[0] == "Other free hours for Ada: time alone holds back 2 mentors."


def test_the_places_are_taken() -> None:
    first, second = mentee("Ada", waiting=3), mentee("Bea")
    told = left(MENTOR, first, second)["Bea"]
    assert told.in_the_way.startswith("1 mentor is allowed (fit 0.")
    assert told.would_help == (
        "One more place at the one person allowed.",
        "More mentors able to guide on “AI assistants”.",
    )


def test_a_mentor_without_a_mentee_hears_no_reproach() -> None:
    other = (person("Ivo", 2), place("Ivo", "mentor", waiting=3))
    told = left(MENTOR, other, mentee(), language="it")["Sofia"]
    assert told.in_the_way.startswith("1 mentee possibile")
    assert told.would_help == ("Altri mentee con curiosità per «Assistenti AI».",)


def test_fewer_partners_than_the_minimum() -> None:
    told = left(MENTOR, mentee(minimum=2, maximum=2))["Ada"]
    assert told.in_the_way == "Ada has 1 of at least 2 partners."


def test_a_criterion_that_must_hold_is_counted_like_a_rule() -> None:
    policy = MatchingPolicy(weights=Weights(topics="must"))
    told = left(MENTOR, mentee(wants=(("video", 3),)), policy=policy)["Ada"]
    assert "without what is required (topics in common)" in told.in_the_way
    assert "Counting this without requiring it (topics in common)" in told.would_help[0]


def test_nobody_is_told_to_loosen_an_exclusion() -> None:
    told = left(MENTOR, mentee(excludes=("Sofia",)))["Ada"]
    assert "exclusion" in told.in_the_way
    assert told.would_help == ("More mentors able to guide on “AI assistants”.",)
