"""The roster becomes the engine's question: zones, languages, roles, manager unknown."""

from dataclasses import replace
from datetime import date

from tests.matching.rules.couple import ALBERTO, LEARNS, LUCIA, SHARES, SOFIA, TOPICS
from viceversa import engine
from viceversa.matching.rules.problem import build, engine_policy
from viceversa.matching.rules.records import PersonRecord, PlaceRecord, Roster
from viceversa.matching.rules.sentences.reasons import AMPLE_MINUTES, HIGHEST_LEVEL, TELLERS
from viceversa.programmes.rules.policy import MatchingPolicy, read


def roster(
    *people: PersonRecord, places: tuple[PlaceRecord, ...] = (SHARES, LEARNS), zone: str = "UTC"
) -> Roster:
    return Roster(people or (LUCIA, SOFIA, ALBERTO), places, TOPICS, date(2027, 1, 11), zone)


def test_the_policy_means_the_same_to_the_engine() -> None:
    policy = read(
        {"objective": "best-fit", "weights": {"style": "high"}, "rules": {"line_depth": 1}}
    )
    mine = engine_policy(policy)
    assert (mine.objective, mine.weights.style, mine.rules.line_depth) == ("best-fit", "high", 1)
    assert engine_policy(MatchingPolicy()) == engine.Policy()


def test_windows_are_read_in_each_persons_zone() -> None:
    here = build(roster(LUCIA, SOFIA, ALBERTO, zone="Europe/Rome"), MatchingPolicy())
    assert here.mentors[0].windows == ((16 * 60, 17 * 60), (2 * 1440 + 450, 2 * 1440 + 540))
    there = build(
        roster(LUCIA, replace(SOFIA, time_zone="Asia/Kolkata"), ALBERTO, zone="Europe/Rome"),
        MatchingPolicy(),
    )
    assert there.mentors[0].windows[0] == (11 * 60 + 30, 12 * 60 + 30)
    assert there.mentees[0].windows == here.mentees[0].windows


def test_languages_of_the_enrolments_win_over_those_of_the_directory() -> None:
    both = (
        replace(SHARES, languages=("fr",)),
        LEARNS,
        PlaceRecord("S", "mentee", languages=("de", "fr")),
    )
    problem = build(roster(places=both), MatchingPolicy())
    assert problem.people["S"].languages == ("fr", "de")
    assert problem.people["A"].languages == ("it",)


def test_an_unknown_line_manager_stays_unknown() -> None:
    lost = replace(ALBERTO, manager=None, manager_known=False)
    problem = build(roster(LUCIA, SOFIA, lost), MatchingPolicy())
    assert not problem.people["A"].manager_known
    assert engine.solve(problem).pairs == ()


def test_pins_and_bans_are_handed_on() -> None:
    problem = build(roster(), MatchingPolicy(), bans=[engine.Ban("S", "A")])
    assert engine.solve(problem).pairs == ()


def test_every_criterion_of_the_engine_has_its_words_and_its_numbers() -> None:
    from viceversa.engine import CRITERIA
    from viceversa.engine.problem.exchange_columns import HIGHEST_LEVEL as HIGHEST
    from viceversa.engine.scoring import AMPLE_MINUTES as AMPLE

    assert tuple(TELLERS) == CRITERIA
    assert (AMPLE_MINUTES, HIGHEST_LEVEL) == (AMPLE, HIGHEST)
