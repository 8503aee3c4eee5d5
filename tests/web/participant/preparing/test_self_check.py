"""The self-check on its pages: one question at a time, resumed, passed, shared, taken back."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.factories.learning import a_learning_pair, a_self_check, place_of
from tests.factories.relationships import Bond
from viceversa.measurement.models import SelfCheck
from viceversa.measurement.queries.own import ALL, STARTERS, own_sheet
from viceversa.programmes.queries.details import details_of

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def bond() -> Bond:
    return a_learning_pair()


@pytest.fixture
def mentee(bond: Bond) -> Client:
    return bond.client(MENTEE)


def page(client: Client, path: str = "/self-check/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def levels(bond: Bond) -> dict[str, int | None]:
    row = SelfCheck.objects.get(person=bond.members[MENTEE].person)
    sheet = own_sheet(bond.members[MENTEE].person, row.public_id)
    assert sheet is not None
    return {code: each.level for code, each in sheet.met.items()}


def test_one_question_leads_to_the_next_and_the_last_one_back(bond: Bond, mentee: Client) -> None:
    assert "Begin" in page(mentee)
    path = mentee.post("/self-check/begin/").headers["Location"]
    for code in STARTERS:
        assert path.endswith(f"/{code}/")
        assert "Only you see this answer." in page(mentee, path)
        path = mentee.post(path, {"level": "intermediate", "go": "next"}).headers["Location"]
    assert path == "/self-check/"
    assert levels(bond) == dict.fromkeys(STARTERS, 3)
    assert "12 more competences" in page(mentee)


def test_it_is_resumed_where_it_was_left(bond: Bond, mentee: Client) -> None:
    a_self_check(bond, MENTEE, dict.fromkeys(STARTERS[:4], "base"))
    assert "5 questions left" in page(mentee)
    assert mentee.post("/self-check/begin/").headers["Location"].endswith(f"/{STARTERS[4]}/")


def test_passing_is_a_button_and_counts_as_met(bond: Bond, mentee: Client) -> None:
    path = mentee.post("/self-check/begin/").headers["Location"]
    assert "I prefer not to answer" in page(mentee, path)
    mentee.post(path, {"go": "skip", "level": "base", "lens": "1"})
    assert levels(bond) == {STARTERS[0]: None}
    assert "You preferred not to say" in page(mentee)


def test_going_on_without_a_choice_says_what_to_do(bond: Bond, mentee: Client) -> None:
    path = mentee.post("/self-check/begin/").headers["Location"]
    answer = mentee.post(path, {"go": "next"})
    assert answer.status_code == 422
    assert "Choose one of the four" in answer.content.decode()
    assert levels(bond) == {}


def test_leaving_keeps_what_is_chosen_and_asks_for_nothing(bond: Bond, mentee: Client) -> None:
    path = mentee.post("/self-check/begin/").headers["Location"]
    assert mentee.post(path, {"go": "later"}).headers["Location"] == "/self-check/"
    assert levels(bond) == {}
    mentee.post(path, {"go": "later", "level": "advanced"})
    assert levels(bond) == {STARTERS[0]: 5}


def test_back_leads_to_the_question_before(bond: Bond, mentee: Client) -> None:
    row = a_self_check(bond, MENTEE, {STARTERS[0]: "base"})
    path = f"/self-check/{row.public_id}/{STARTERS[1]}/"
    assert mentee.post(path, {"go": "back"}).headers["Location"].endswith(f"/{STARTERS[0]}/")


def test_the_competences_beyond_the_nine_are_asked_in_turn(bond: Bond, mentee: Client) -> None:
    row = a_self_check(bond, MENTEE, dict.fromkeys(STARTERS, "base"))
    further = [code for code in ALL if code not in STARTERS]
    path = f"/self-check/{row.public_id}/{further[0]}/"
    assert "1 of 12" in page(mentee, path)
    answer = mentee.post(path, {"level": "base", "go": "next"})
    assert answer.headers["Location"].endswith(f"/{further[1]}/")


def test_a_partner_learns_of_curiosity_and_later_of_what_is_shared(
    bond: Bond, mentee: Client
) -> None:
    path = mentee.post("/self-check/begin/").headers["Location"]
    mentee.post(path, {"level": "base", "curious": "1", "go": "later"})
    row = SelfCheck.objects.get()
    theirs = bond.path("self-check/")
    seen = page(bond.client(MENTOR), theirs)
    assert "Evaluating information" in seen
    assert "With some pointers" not in seen
    share = f"/self-check/{row.public_id}/share/"
    mentee.post(share, {"relationship": bond.relationship.public_id})
    assert "You share your answers with Nicolò" in page(mentee)
    assert "Nicolò can read this answer." in page(mentee, path)
    assert "With some pointers" in page(bond.client(MENTOR), theirs)
    mentee.post(share, {"relationship": bond.relationship.public_id, "back": "1"})
    assert "With some pointers" not in page(bond.client(MENTOR), theirs)


def test_one_tap_adds_a_topic_and_it_is_proposed_no_more(bond: Bond, mentee: Client) -> None:
    a_self_check(bond, MENTEE, {**dict.fromkeys(STARTERS), "2.6": "base"})
    assert "A digital identity in order" in page(mentee) or "Where to start" in page(mentee)
    mentee.post("/self-check/topic/", {"code": "digital-identity", "side": "learn"})
    place = place_of(bond, MENTEE)
    assert details_of([place])[place.pk].first == (("digital-identity", 2),)


def test_distance_travelled_shows_both_moments_and_no_sum(bond: Bond, mentee: Client) -> None:
    a_self_check(bond, MENTEE, dict.fromkeys(STARTERS, "base"))
    assert "Distance travelled" not in page(mentee)
    a_self_check(bond, MENTEE, dict.fromkeys(STARTERS, "advanced"), wave="midpoint")
    seen = page(mentee)
    assert "Distance travelled" in seen
    assert seen.count('class="c-ring"') == len(STARTERS)
    for word in ("average", "total", "score", "%"):
        assert word not in seen.split('id="distance"')[1].split("</section>")[0]


def test_delete_my_answers_does(bond: Bond, mentee: Client) -> None:
    a_self_check(bond, MENTEE, {"1.2": "base"}, curious=True)
    assert "Delete my answers" in page(mentee)
    mentee.post("/self-check/forget/")
    assert not SelfCheck.objects.exists()
    assert "Begin" in page(mentee)


def test_the_page_costs_the_same_with_few_answers_and_with_many(bond: Bond, mentee: Client) -> None:
    costs = []
    for said in (dict.fromkeys(STARTERS, "base"), dict.fromkeys(ALL, "advanced")):
        a_self_check(bond, MENTEE, said)
        with CaptureQueriesContext(connection) as queries:
            page(mentee)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_who_takes_part_in_nothing_is_told_so(client: Client) -> None:
    from tests.factories.programmes import a_person
    from tests.factories.relationships import signed_in, user_of

    seen = page(signed_in(user_of(a_person("Zoë Rizzo"))))
    assert "belongs to a cohort" in seen
