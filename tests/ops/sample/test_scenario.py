"""The story of the cohorts holds together before anything is loaded."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from viceversa.ops.sample import people, scenario
from viceversa.ops.sample.scenario import Scenario
from viceversa.ops.sample.tree import STEPS
from viceversa.programmes.rules.timeline import propose


@pytest.fixture(params=["2026-11-21", "2027-02-28", "2028-06-05"])
def story(request: pytest.FixtureRequest) -> Scenario:
    today = date.fromisoformat(request.param)
    return scenario.write(people.build(today=today), today=today, language="en")


def test_the_cohorts_are_where_they_say_they_are(story: Scenario) -> None:
    finished, under_way = (
        propose(cohort.preset, cohort.starts_on) for cohort in (story.finished, story.under_way)
    )
    assert finished.ends_on + timedelta(weeks=3) < story.today
    assert (story.today - under_way.starts_on).days // 7 + 1 == 9
    assert story.today < story.ready.starts_on < story.proposed.starts_on
    names = [cohort.name for cohort in (story.finished, story.under_way, story.proposed)]
    assert len(set(names)) == 3  # within one programme


def test_only_nicolo_is_in_two_open_cohorts_and_some_come_back(story: Scenario) -> None:
    together = (story.circle, story.duo)
    open_cohorts = (story.under_way, *together, story.proposed, story.ready)
    nicolo = {story.id_of("Nicolò Pavesi")}
    for one, other in combinations(open_cohorts, 2):
        twice = nicolo if (one, other) == (story.under_way, story.circle) else set()
        assert set(one.enrolments) & set(other.enrolments) == twice
    assert len(set(story.finished.enrolments) & set(story.proposed.enrolments)) == 3


def test_participants_fit_their_role_and_were_there_in_time(story: Scenario) -> None:
    staff = {person.id: person for person in story.now}
    there = [{person.id for person in staff} for _, staff in story.directory]
    early = (story.under_way, story.circle, story.duo)
    for cohort in (story.finished, *early, story.proposed, story.ready):
        for key, profile in cohort.enrolments.items():
            person = staff[key]
            assert person.status == "active"
            if profile.role == "mentee":
                assert person.level >= cohort.lowest_mentee
            else:
                assert person.level < STEPS
            assert key in there[0] or cohort is not story.finished
            assert key in there[1] or cohort not in early


def test_some_answers_are_missing_on_purpose(story: Scenario) -> None:
    profiles = list(story.ready.enrolments.values())
    assert sum(not profile.windows for profile in profiles) == 3
    assert sum(profile.role == "mentee" and not profile.wants for profile in profiles) == 2


def test_the_company_has_changed_since_it_began(story: Scenario) -> None:
    then = {person.id: person for person in story.directory[0][1]}
    assert any(person.hired_on > story.began_on for person in story.now)
    assert any(then[p.id].status != p.status for p in story.now if p.id in then)
    assert any(then[p.id].level != p.level for p in story.now if p.id in then)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-09-21", "Autunno 2026"),
        ("2026-12-28", "Inverno 2027"),
        ("2027-02-01", "Inverno 2027"),
        ("2027-03-01", "Primavera 2027"),
    ],
)
def test_cohorts_are_named_after_their_season(day: str, name: str) -> None:
    assert scenario.season(date.fromisoformat(day), "it") == name
