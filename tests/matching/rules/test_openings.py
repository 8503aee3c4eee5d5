"""The hour that would help is the one that truly opens most partners."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.matching.rules.couple import TOPICS
from tests.matching.rules.test_left_out import person, place
from viceversa import engine
from viceversa.matching.rules.openings import Opening, best_opening, openings
from viceversa.matching.rules.problem import build
from viceversa.matching.rules.records import (
    Language,
    LocalWindow,
    PersonRecord,
    PlaceRecord,
    Roster,
)
from viceversa.matching.rules.sentences import Teller, facts_of
from viceversa.programmes.rules.policy import MatchingPolicy, Rules

POLICY = MatchingPolicy()
TUESDAY = (1, 510, 630)


def mentor(name: str, *hours: LocalWindow, **about: Any) -> tuple[PersonRecord, PlaceRecord]:
    return person(name, 2, **about), place(name, "mentor", availability=hours)


ADA = (person("Ada", 7), place("Ada", "mentee", availability=((5, 420, 480),)))
WHO = (
    mentor("Ivo", TUESDAY),
    mentor("Lia", (1, 540, 600), (3, 600, 660)),
    mentor("Noa", (3, 600, 720)),
    mentor("Pia", (1, 540, 600), (3, 600, 660)),
)


def roster(*who: tuple[PersonRecord, PlaceRecord], zone: str = "Europe/Rome") -> Roster:
    return Roster(
        tuple(p for p, _ in who), tuple(q for _, q in who), TOPICS, date(2026, 11, 23), zone
    )


def test_the_hour_that_most_others_have_free() -> None:
    found = best_opening(roster(*WHO, ADA), POLICY, "Ada", "mentee")
    assert found is not None
    # Tuesday 9–10 holds three of the four; Thursday 10–11 too, and Tuesday comes first.
    assert (found.window, found.opens) == ((1, 540, 600), 3)


def test_what_is_promised_is_what_a_new_solve_finds() -> None:
    found = best_opening(roster(*WHO, ADA), POLICY, "Ada", "mentee")
    assert found is not None
    asker = replace(ADA[1], availability=(*ADA[1].availability, found.window))
    solution = engine.solve(build(roster(*WHO, (ADA[0], asker)), POLICY))
    (pair,) = solution.pairs
    assert pair.score == found.best


def test_people_whom_another_rule_keeps_away_do_not_count() -> None:
    strangers = tuple(
        mentor(name, (4, 540, 660), languages=("fr",)) for name in ("Luc", "Zoe", "Max", "Eve")
    )
    ada = (replace(ADA[0], languages=("it",)), ADA[1])
    found = best_opening(roster(*WHO, *strangers, ada), POLICY, "Ada", "mentee")
    assert found is not None and found.window == (1, 540, 600)


def test_the_window_is_in_the_persons_own_zone() -> None:
    ada = (replace(ADA[0], time_zone="Asia/Kolkata"), ADA[1])
    found = best_opening(roster(*WHO, ada), POLICY, "Ada", "mentee")
    assert found is not None and found.window == (1, 13 * 60 + 30, 14 * 60 + 30)


def test_nothing_to_say_where_time_is_not_the_matter() -> None:
    free = (ADA[0], replace(ADA[1], availability=()))
    assert best_opening(roster(*WHO, free), POLICY, "Ada", "mentee") is None
    careless = MatchingPolicy(rules=Rules(minimum_overlap=0))
    assert best_opening(roster(*WHO, ADA), careless, "Ada", "mentee") is None
    brief = mentor("Ivo", (1, 510, 540))
    assert best_opening(roster(brief, ADA), POLICY, "Ada", "mentee") is None


def test_it_is_told_to_those_left_out() -> None:
    who = roster(*WHO, ADA)
    solution = engine.solve(build(who, POLICY))
    left = {one.person: one for one in solution.unmatched}
    found = openings(who, POLICY, solution.unmatched)
    assert isinstance(found["Ada", "mentee"], Opening)
    facts = facts_of(left["Ada"], found["Ada", "mentee"])
    texts: tuple[tuple[Language, str], ...] = (
        ("en", "Adding Tuesday 9:00–10:00 opens 3 mentors, best fit 0."),
        ("it", "Aggiungere martedì 9:00–10:00 apre a 3 mentor, affinità migliore 0,"),
    )
    for language, text in texts:
        told = Teller(who, POLICY, language).left_out("Ada", "mentee", "rules", facts)
        assert told.would_help[0].startswith(text)
