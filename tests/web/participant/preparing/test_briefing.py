"""Prepare: the briefing chapter by chapter, on one page, and seats in a circle."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.factories.learning import a_learning_pair, place_of
from tests.factories.relationships import Bond
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions.supervision import plan_supervision
from viceversa.programmes.models import Briefing, SupervisionSeat
from viceversa.programmes.queries.supervision import by_public_id
from viceversa.programmes.rules.briefing import codes, course
from viceversa.programmes.rules.supervision import Plan

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1


@pytest.fixture
def bond() -> Bond:
    return a_learning_pair()


def page(client: Client, path: str = "/prepare/") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_chapter_leads_to_the_next_one_not_read(bond: Bond) -> None:
    client, place = bond.client(MENTEE), place_of(bond, MENTEE)
    base, order = f"/briefing/{place.public_id}/", codes("mentee")
    assert "Begin the briefing" in page(client)
    client.post(f"{base}{order[1]}/")
    assert "1 of 7 chapters read" in page(client)
    for code in (order[0], *order[2:]):
        path = f"{base}{code}/"
        assert course("mentee", "en")[order.index(code)].title in page(client, path)
        where = client.post(path).headers["Location"]
    assert where == "/prepare/"
    assert "Done on" in page(client)


def test_on_one_page_it_is_read_in_one_go(bond: Bond) -> None:
    client, place = bond.client(MENTOR, "it"), place_of(bond, MENTOR)
    path = f"/briefing/{place.public_id}/"
    seen = page(client, path)
    assert all(chapter.title in seen for chapter in course("mentor", "it"))
    client.post(path)
    assert Briefing.objects.get().completed_on is not None
    assert "L’ho letta tutta" not in page(client, path)


def test_the_briefing_of_somebody_else_is_not_there(bond: Bond) -> None:
    place = place_of(bond, MENTEE)
    for rest in ("", "asking/"):
        path = f"/briefing/{place.public_id}/{rest}"
        assert bond.client(MENTOR).get(path).status_code == 404
        assert bond.client(MENTOR).post(path).status_code == 404
    assert not Briefing.objects.exists()


def test_what_one_thinks_in_a_chapter_is_sent_nowhere(bond: Bond) -> None:
    place = place_of(bond, MENTEE)
    seen = page(bond.client(MENTEE), f"/briefing/{place.public_id}/asking/")
    think = seen.split('id="think"')[1].split("</section>")[0]
    assert think.count("<details") == 3
    assert "<input" not in think
    assert "<form" not in think


def test_a_mentor_keeps_a_seat_and_gives_it_back(bond: Bond) -> None:
    now = clock.now()
    plan = Plan(now + timedelta(days=5), 60, "Chiara Lorenzetti", "Milano", "", 8)
    cohort = bond.relationship.cohort
    circle = plan_supervision(cohort=cohort, plan=plan, actor=OPERATOR, now=now)
    assert "Keep me a seat" not in page(bond.client(MENTEE))
    client, path = bond.client(MENTOR), f"/prepare/circles/{circle.public_id}/"
    assert "Keep me a seat" in page(client)
    client.post(path)
    assert "A seat is kept for you" in page(client)
    assert bond.client(MENTEE).post(path).status_code == 404
    client.post(path, {"back": "1"})
    assert not SupervisionSeat.objects.exists()
    assert by_public_id(circle.public_id) is not None


def test_a_newcomer_is_welcomed_and_told_whom_to_ask(bond: Bond) -> None:
    person = bond.members[MENTOR].person
    person.hired_on = clock.now().date() - timedelta(days=90)
    person.save()
    seen = page(bond.client(MENTOR))
    assert "You have not been here long" in seen
    assert "Teresa Moroni" in seen
