"""Whoever lands on an address that only takes forms finds a page, not a white one."""

import pytest
from django.test import Client

from tests.factories.accounts import make_coordinator

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "There is nothing to read"), ("it", "niente da leggere")]
)
def test_an_address_for_forms_says_so_in_the_frame(
    client: Client, language: str, says: str
) -> None:
    client.force_login(
        make_coordinator(), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    client.cookies["language"] = language
    answer = client.get("/rounds/2222/solve/", headers={"accept-language": language})
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert says in answer.content.decode()
    assert "topbar" in answer.content.decode()


def test_what_is_sent_the_wrong_way_gets_no_page(client: Client) -> None:
    make_coordinator()
    answer = client.post("/health/live")
    assert answer.status_code == 405
    assert not answer.content
