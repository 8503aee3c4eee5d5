"""Declining by the link of a message: looking changes nothing, one POST is enough."""

import pytest
from django.test import Client

from viceversa.notifications.choices import Kind, Wish
from viceversa.notifications.messages import unsubscribe_path
from viceversa.notifications.queries.wishes import CHOOSABLE, wishes

pytestmark = pytest.mark.django_db
KEY = "person:nicolo222222"
KIND = CHOOSABLE[0]
LINK = unsubscribe_path(KEY, KIND)


def test_looking_and_scanning_change_nothing(client: Client) -> None:
    for ask in (client.get, client.head, client.get):
        answer = ask(LINK)
        assert answer.status_code == 200
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert wishes(KEY)[KIND] == Wish.EACH


def test_a_mail_program_declines_with_one_post_without_cookies_or_redirect() -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post(LINK, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert wishes(KEY)[KIND] == Wish.NEVER


def test_a_person_confirms_sees_it_and_may_change_their_mind(client: Client) -> None:
    assert "Stop these messages?" in client.get(LINK).content.decode()
    stopped = client.post(LINK, follow=True)
    assert stopped.redirect_chain == [(LINK, 302)]
    assert "These messages have stopped" in stopped.content.decode()
    client.post(LINK, {"again": "1"})
    assert wishes(KEY)[KIND] == Wish.EACH


def test_a_changed_token_or_one_for_an_essential_kind_is_not_found(client: Client) -> None:
    changed = LINK[:-2] + ("A" if LINK[-2] != "A" else "B") + "/"
    for address in (changed, "/unsubscribe/x/", unsubscribe_path(KEY, Kind.TEST)):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    assert wishes(KEY)[KIND] == Wish.EACH


def test_one_persons_link_does_nothing_to_another(client: Client) -> None:
    client.post(LINK)
    assert wishes("person:other2222222")[KIND] == Wish.EACH
