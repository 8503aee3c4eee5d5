"""What another partner would do to everybody is told from the engine's exact answer."""

from datetime import date

from tests.matching.rules.couple import TOPICS
from tests.matching.rules.test_left_out import person, place
from viceversa import engine
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import Language, Roster
from viceversa.matching.rules.sentences import Teller
from viceversa.programmes.rules.policy import MatchingPolicy

WHO = (
    (person("Sofia", 2), place("Sofia", "mentor", offers=(("ai", 8),))),
    (person("Ivo", 2), place("Ivo", "mentor", offers=(("charts", 6), ("ai", 5)))),
    (person("Lia", 2), place("Lia", "mentor", offers=())),
    (person("Ada", 7), place("Ada", "mentee")),
    (person("Bea", 7), place("Bea", "mentee", wants=(("charts", 3), ("ai", 1)))),
)
ROSTER = Roster(tuple(p for p, _ in WHO), tuple(q for _, q in WHO), TOPICS, date(2026, 11, 23))
POLICY = MatchingPolicy()
PROBLEM = build(ROSTER, POLICY)
SOLUTION = engine.solve(PROBLEM)


def told(person: str, language: Language = "en") -> dict[str, str]:
    teller = Teller(ROSTER, POLICY, language)
    others = engine.alternatives(PROBLEM, SOLUTION, person, 5)
    return {other.person: teller.alternative(person, "mentee", other) for other in others}


def test_the_partner_proposed_is_said_to_be_so() -> None:
    assert told("Ada")["Sofia"] == "This is the pair proposed."


def test_somebody_free_moves_nobody() -> None:
    sentence = told("Ada")["Lia"]
    assert sentence.startswith("For Ada the fit would be 0.")
    assert sentence.endswith("Nobody else would change.")


def test_somebody_taken_moves_the_other_mentee_with_the_numbers() -> None:
    sentence = told("Ada")["Ivo"]
    assert "Bea would move to Sofia and go from 0." in sentence


def test_the_same_in_italian() -> None:
    assert "Bea passerebbe a Sofia, da 0," in told("Ada", "it")["Ivo"]


def test_the_verdict_in_one_paragraph() -> None:
    teller = Teller(ROSTER, POLICY, "en")

    def verdict(mentor: str, mentee: str) -> str:
        return teller.verdict(mentor, mentee, engine.verdict(PROBLEM, SOLUTION, mentor, mentee))

    assert verdict("Sofia", "Ada").startswith(
        "Sofia is proposed as mentor to Ada, with a fit of 0."
    )
    assert "no rule stands against it" in verdict("Ivo", "Ada")
    assert "“What Ada is curious about”" in verdict("Sofia", "Ada")


def test_an_impossible_pair_names_every_rule_against_it() -> None:
    roster = Roster(
        (person("Sofia", 7), person("Ada", 7)),
        (place("Sofia", "mentor", availability=((5, 0, 60),)), place("Ada", "mentee")),
        TOPICS,
        date(2026, 11, 23),
    )
    problem = build(roster, POLICY)
    solution = engine.solve(problem)
    paragraph = Teller(roster, POLICY).verdict(
        "Sofia", "Ada", engine.verdict(problem, solution, "Sofia", "Ada")
    )
    assert paragraph.startswith("Sofia cannot be mentor to Ada.")
    assert "Sofia’s level is not far enough below Ada’s: Levels 7 and 7" in paragraph
    assert "Not enough time in common: 0\u00a0min a week shared" in paragraph


def test_a_pin_that_sets_a_rule_aside_says_so() -> None:
    roster = Roster(
        (person("Sofia", 7), person("Ada", 7)),
        (place("Sofia", "mentor"), place("Ada", "mentee")),
        TOPICS,
        date(2026, 11, 23),
    )
    problem = build(roster, POLICY, pins=[engine.Pin("Sofia", "Ada", override=True)])
    solution = engine.solve(problem)
    given = engine.verdict(problem, solution, "Sofia", "Ada")
    paragraph = Teller(roster, POLICY).verdict("Sofia", "Ada", given)
    assert paragraph.startswith("Sofia is pinned as mentor to Ada")
    assert "This sets aside “Sofia’s level is not far enough below Ada’s”, on record." in paragraph
