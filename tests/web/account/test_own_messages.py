"""Choosing how one is written to."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories.accounts import make_user
from tests.factories.people import make_person
from viceversa.accounts.models import User
from viceversa.notifications.choices import ALWAYS, Wish
from viceversa.notifications.queries.wishes import CHOOSABLE, chat_wishes, quiet_hours, wishes
from viceversa.notifications.rules.timing import Quiet

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def user(client: Client) -> User:
    someone = make_user(name="Zoë Kovačević")
    client.force_login(someone, backend=BACKEND)
    return someone


def form(**changed: object) -> dict[str, object]:
    every = {kind.value: "weekly" for kind in CHOOSABLE}
    return {"quiet_start": "21", "quiet_end": "7", **every, **changed}


def test_what_is_chosen_is_kept_for_the_person_of_the_directory(client: Client, user: User) -> None:
    person = make_person(user=user)
    answer = client.post("/account/messages/", form(), follow=True)
    assert "Saved." in answer.content.decode()
    key = f"person:{person.public_id}"
    assert quiet_hours(key) == Quiet(21, 7)
    assert set(wishes(key).values()) == {Wish.WEEKLY}


def test_who_is_not_in_the_directory_chooses_as_a_user(client: Client, user: User) -> None:
    client.post("/account/messages/", form())
    assert quiet_hours(f"user:{user.public_id}") == Quiet(21, 7)


def test_what_cannot_be_is_refused_and_nothing_kept(client: Client, user: User) -> None:
    for wrong in ({"quiet_start": "24"}, {CHOOSABLE[0].value: "sometimes"}):
        answer = client.post("/account/messages/", form(**wrong))
        assert answer.status_code == 200
        assert "error" in answer.content.decode()
    assert quiet_hours(f"user:{user.public_id}") == Quiet()


def test_the_page_is_found_from_ones_account(client: Client, user: User) -> None:
    assert 'href="/account/messages/"' in client.get("/account/").content.decode()
    assert "Quiet hours" in client.get("/account/messages/").content.decode()


def test_the_chat_is_offered_only_where_there_is_one(
    client: Client, user: User, settings: Settings
) -> None:
    assert "In the chat" not in client.get("/account/messages/").content.decode()
    settings.CHAT_URL = "json://chat.altavalle.example/?:to={email}"
    assert "In the chat" in client.get("/account/messages/").content.decode()
    chosen = [ALWAYS, CHOOSABLE[0].value]
    client.post("/account/messages/", form(chat=chosen))
    key = f"user:{user.public_id}"
    assert chat_wishes(key) == set(chosen)
    assert client.get("/account/messages/").content.decode().count(" checked") == 2
    client.post("/account/messages/", form(chat=["partner-left"]))  # not for choosing
    assert chat_wishes(key) == set(chosen)
    client.post("/account/messages/", form())
    assert not chat_wishes(key)
