"""The answers to a published round as a coordinator sees them: states and dates, and what to do."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_administrator, make_coordinator
from tests.factories.matching import asked, everybody_agrees, offered, solved_round
from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.models import Offer, ReasonTally, Round
from viceversa.notifications.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_the_time_of_the_cast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: THEN)


@pytest.fixture
def coordinator(client: Client) -> Client:
    client.force_login(make_coordinator())
    return client


def url(round: Round, rest: str = "") -> str:
    return f"/rounds/{round.public_id}/answers/{rest}"


def published(pairs: int) -> tuple[Round, list[Offer]]:
    round = solved_round(pairs=pairs)
    offers = offered(round)
    return Round.objects.get(pk=round.pk), offers


@pytest.mark.parametrize("pairs", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    coordinator: Client, pairs: int, django_assert_max_num_queries: object
) -> None:
    round, _offers = published(pairs)
    with django_assert_max_num_queries(19):
        page = coordinator.get(url(round)).content.decode()
    assert page.count("Being asked</span>") >= pairs


def test_it_shows_what_became_of_each_and_nothing_of_who(coordinator: Client) -> None:
    round, offers = published(3)
    everybody_agrees(offers[:1])
    actions.say_no(ask=asked(offers[1]), reason="time", words="Not with them", now=THEN)
    page = coordinator.get(url(round)).content.decode()
    for told in ("Begun", "Being asked", "Back in the queue", "2 people are back in the queue"):
        assert told in page
    for hidden in ("Not with them", "Not enough time just now", "declined", "Declined"):
        assert hidden not in page
    assert "Prepare the next round" in page
    ReasonTally.objects.update(count=5)
    assert "Not enough time just now" in coordinator.get(url(round)).content.decode()
    back = coordinator.get(url(round, "?show=back")).content.decode()
    assert "Write again" not in back and "2026</td>" in back


def test_the_page_of_the_round_says_how_far_it_is(coordinator: Client) -> None:
    round, offers = published(3)
    everybody_agrees(offers[:2])
    page = coordinator.get(f"/rounds/{round.public_id}/").content.decode()
    assert "2 begun, 1 being asked, 0 back in the queue" in page


def test_a_question_is_sent_again_and_taken_back(coordinator: Client) -> None:
    round, [offer] = published(1)
    coordinator.post(url(round, f"{offer.public_id}/write-again/"))
    assert Message.objects.count() == 1
    page = coordinator.post(url(round, f"{offer.public_id}/write-again/"), follow=True)
    assert "Nothing was sent" in page.content.decode()
    page = coordinator.post(url(round, f"{offer.public_id}/take-back/"), follow=True)
    assert "Taken back" in page.content.decode()
    page = coordinator.post(url(round, f"{offer.public_id}/take-back/"), follow=True)
    assert "settled already" in page.content.decode()


def test_the_letters_of_questions_stand_in_no_list(coordinator: Client) -> None:
    _round, offers = published(1)
    actions.tend_offers(now=THEN)
    actions.say_yes(ask=asked(offers[0]), now=THEN)
    actions.say_no(ask=asked(offers[0]), now=THEN)
    assert Message.objects.filter(about__startswith="offer:").count() == 3
    page = coordinator.get("/messages/").content.decode()
    assert "Brambilla" not in page and "Agnolo" not in page


def test_only_a_published_round_has_answers_and_only_coordinators_see_them(
    client: Client, coordinator: Client
) -> None:
    round = solved_round(pairs=1)
    assert coordinator.get(url(round)).status_code == 404
    assert coordinator.post(url(round, "nothing/take-back/")).status_code == 404
    client.force_login(make_administrator())
    assert client.get(url(round)).status_code == 403
