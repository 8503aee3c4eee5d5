"""The first-run page: there only while nobody is."""

from typing import Any

import pytest
from django.test import Client

from tests.factories.accounts import make_user
from viceversa.accounts.actions import renew_setup_code
from viceversa.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.once]
GIVEN = {"name": "Chiara Lorenzetti", "email": "chiara@altavalle.example", "password": ""}


def test_the_door_leads_to_it_while_nobody_can_sign_in(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/first-run/"
    make_user()
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("method", ["get", "post"])
def test_it_is_gone_with_the_first_user(method: str, client: Client) -> None:
    make_user()
    code = renew_setup_code() or "7KQM-2XHT-9WBC"
    assert getattr(client, method)("/first-run/", {**GIVEN, "code": code}).status_code == 404
    assert User.objects.count() == 1


def test_the_code_signs_the_first_person_in(client: Client) -> None:
    answer = client.post("/first-run/", {**GIVEN, "code": renew_setup_code()}, follow=True)
    assert answer.status_code == 200
    assert User.objects.get().name == "Chiara Lorenzetti"
    assert "_auth_user_id" in client.session


def test_a_wrong_code_says_where_to_find_the_right_one(client: Client) -> None:
    renew_setup_code()
    answer = client.post("/first-run/", {**GIVEN, "code": "AAAA-BBBB-CCCC"})
    assert "Copy it from where Viceversa was started" in answer.content.decode()
    assert not User.objects.exists()


def test_guessing_is_stopped(client: Client) -> None:
    renew_setup_code()
    for _ in range(11):
        answer = client.post("/first-run/", {**GIVEN, "code": "AAAA-BBBB-CCCC"})
    assert answer.status_code == 429


def test_the_organisation_is_asked_for_where_no_setting_names_it(
    client: Client, settings: Any
) -> None:
    settings.ORGANISATION = ""
    given = {**GIVEN, "code": renew_setup_code(), "organisation": " Cantiere  Vela "}
    page = client.post("/first-run/", given, follow=True).content.decode()
    assert "Cantiere Vela" in page
    settings.ORGANISATION = "Gruppo Altavalle"
    make_user()
    assert "Cantiere Vela" not in Client().get("/").content.decode()
