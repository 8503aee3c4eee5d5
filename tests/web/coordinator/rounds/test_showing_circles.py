"""The page of a round whose cohort meets in circles says what circles are in sight."""

import pytest
from django.test import Client

from tests.factories.accounts import make_coordinator
from tests.factories.matching import opened, solved_round
from viceversa.matching.models import Round
from viceversa.matching.queries import circles as queries
from viceversa.programmes.choices import Preset

pytestmark = pytest.mark.django_db


def pages(client: Client, round: Round) -> tuple[str, str]:
    """Return the page of a round and that of its circles."""
    client.force_login(make_coordinator())
    first = client.get(f"/rounds/{round.public_id}/").content.decode()
    return first, client.get(f"/rounds/{round.public_id}/circles/").content.decode()


def test_circles_in_sight_are_counted_on_the_round(client: Client) -> None:
    round, circles = pages(client, solved_round(pairs=6, preset=Preset.CIRCLE))
    assert "2 circles in sight" in round
    assert "Circle 2" in circles


def test_too_few_people_for_a_circle_are_told_so_on_both_pages(client: Client) -> None:
    for page in pages(client, solved_round(pairs=1, preset=Preset.CIRCLE)):
        assert "No circle can be formed" in page
        assert "at least three people" in page


def test_too_many_people_for_circles_are_told_so_on_both_pages(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "MOST_PEOPLE", 11)
    for page in pages(client, solved_round(pairs=6, preset=Preset.CIRCLE)):
        assert "Beyond 11 people" in page


def test_a_round_of_pairs_does_not_speak_of_circles(client: Client) -> None:
    assert "in sight" not in pages(client, solved_round(pairs=2))[0]


def test_answers_of_circles_speak_of_circles(client: Client) -> None:
    round = solved_round(pairs=6, preset=Preset.CIRCLE)
    opened(round)
    client.force_login(make_coordinator())
    answers = client.get(f"/rounds/{round.public_id}/answers/").content.decode()
    assert "Circle by circle" in answers
    assert "The mentee is asked first" not in answers
    page = client.get(f"/rounds/{round.public_id}/").content.decode()
    assert "no longer a valid circle" in page
    assert "published in circles" in page
