"""The pages of relationships: list, one, opening by hand."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_administrator, make_coordinator
from tests.factories.matching import opened, pair, prepared_round, solved_round
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(make_coordinator())
    return client


def published(pairs: int) -> list[Relationship]:
    return opened(solved_round(pairs=pairs))


def test_an_empty_list_says_what_to_do(coordinator: Client) -> None:
    assert "No relationships yet" in coordinator.get("/relationships/").content.decode()


def test_a_cohort_without_relationships_is_named_in_the_filter(coordinator: Client) -> None:
    cohort = solved_round(pairs=1).cohort
    page = coordinator.get(f"/relationships/?cohort={cohort.public_id}").content.decode()
    assert f'<option value="{cohort.public_id}" selected>' in page


@pytest.mark.parametrize("pairs", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    coordinator: Client, pairs: int, django_assert_num_queries: object
) -> None:
    published(pairs)
    with django_assert_num_queries(8):
        page = coordinator.get("/relationships/").content.decode()
    assert page.count("Opened</span>") >= pairs


def test_a_page_shows_people_exchange_and_origin(coordinator: Client) -> None:
    [relationship] = published(1)
    page = coordinator.get(f"/relationships/{relationship.public_id}/").content.decode()
    assert "Sofia D’Agnolo" in page
    assert "round 1" in page


def test_who_may_not_look_is_refused(client: Client) -> None:
    [relationship] = published(1)
    client.force_login(make_administrator())
    assert client.get("/relationships/").status_code == 403
    assert client.get(f"/relationships/{relationship.public_id}/").status_code == 403


def test_an_unknown_relationship_is_not_found(coordinator: Client) -> None:
    assert coordinator.get("/relationships/nothing/").status_code == 404


def test_opening_by_hand_step_by_step(coordinator: Client) -> None:
    round = prepared_round(pairs=2)
    mentor, mentee = pair(round, "Sofia", "Alberto")
    cohort = round.cohort.public_id
    assert "Which cohort" in coordinator.get("/relationships/open/").content.decode()
    found = coordinator.get(f"/relationships/open/?cohort={cohort}&mentor_q=sofia")
    assert "Sofia D’Agnolo" in found.content.decode()
    people = {"cohort": cohort, "mentor": mentor.public_id, "mentee": mentee.public_id}
    assert "Rules checked" in coordinator.get("/relationships/open/", people).content.decode()
    response = coordinator.post("/relationships/open/", people)
    assert response.status_code == 302
    assert Relationship.objects.get().origin == "hand"


def test_a_pair_that_cannot_be_is_refused_with_its_reason(coordinator: Client) -> None:
    round = prepared_round(pairs=2)
    mentor, mentee = pair(round, "Sofia", "Alberto")
    actions.open_by_hand(mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN)
    people = {
        "cohort": round.cohort.public_id,
        "mentor": mentor.public_id,
        "mentee": mentee.public_id,
    }
    response = coordinator.post("/relationships/open/", people)
    assert response.status_code == 409
    assert "takes 1 at most" in response.content.decode()
