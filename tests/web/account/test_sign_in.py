"""Signing in by code, by password, and what follows it; and what strangers learn: nothing."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.factories.accounts import make_user
from tests.factories.people import make_person
from viceversa.accounts.models import User
from viceversa.audit.models import Line
from viceversa.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ADDRESS = "nicolo@altavalle.example"
PASSWORD = "quattro parole messe insieme"


def last_code() -> str:
    """Return the code of the last message."""
    found = re.search(r"^ +(\d{6})$", mail.outbox[-1].body, re.MULTILINE)
    assert found
    return found[1]


def sign_in_by_code(client: Client, email: str = ADDRESS, then: str = "") -> str:
    """Ask for a code, give it, and return where that leads."""
    client.post("/sign-in/", {"email": email, "next": then})
    answer = client.post("/sign-in/code/", {"code": last_code(), "next": then})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def signed_in(client: Client) -> bool:
    """Tell whether the client is somebody."""
    return "_auth_user_id" in client.session


def test_a_code_signs_in_and_leads_where_one_wanted(client: Client) -> None:
    make_user(email=ADDRESS)
    assert sign_in_by_code(client, then="/home/") == "/home/"
    assert signed_in(client)
    assert Line.objects.get(verb="user.signed-in").facts == {"method": "code"}


def test_the_address_may_be_typed_in_any_case(client: Client) -> None:
    make_user(email=ADDRESS)
    assert sign_in_by_code(client, email=" Nicolo@Altavalle.example") == "/"


def test_the_code_comes_in_the_readers_language(client: Client) -> None:
    user = make_user(email=ADDRESS)
    user.language = "it"
    user.save()
    client.post("/sign-in/", {"email": ADDRESS}, headers={"Accept-Language": "en"})
    assert "codice" in mail.outbox[-1].subject
    assert "dieci minuti" in mail.outbox[-1].body


def test_whoever_is_in_the_directory_comes_in_without_being_made_a_user(client: Client) -> None:
    person = make_person("Nicolò", "Pavesi", email=ADDRESS)
    assert sign_in_by_code(client, email=ADDRESS.upper(), then="/home/") == "/home/"
    person.refresh_from_db()
    assert person.user and person.user.email == ADDRESS
    assert User.objects.count() == 1


def test_whoever_left_the_organisation_gets_no_code(client: Client) -> None:
    make_person(email=ADDRESS, status="left")
    client.post("/sign-in/", {"email": ADDRESS})
    assert not mail.outbox
    assert not User.objects.exists()


def test_five_wrong_codes_and_the_right_one_no_longer_fits(client: Client) -> None:
    make_user(email=ADDRESS)
    client.post("/sign-in/", {"email": ADDRESS})
    right = last_code()
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(5):
        client.post("/sign-in/code/", {"code": wrong})
    client.post("/sign-in/code/", {"code": right})
    assert not signed_in(client)


def test_strangers_and_members_get_the_same_answer(client: Client) -> None:
    make_user(email=ADDRESS)
    pages = []
    for email in (ADDRESS, "stranger@elsewhere.example"):
        guest = Client()
        answer = guest.post("/sign-in/", {"email": email})
        assert answer.status_code == 302
        page = guest.get(answer.headers["Location"]).content.decode()
        pages.append(_without_tokens(page.replace(email, "…")))
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 1  # a stranger gets no mail at all


def test_a_forgotten_password_tells_strangers_nothing() -> None:
    make_user(email=ADDRESS)
    pages = []
    for email in (ADDRESS, "stranger@elsewhere.example"):
        answer = Client().post("/sign-in/new-password/", {"email": email}, follow=True)
        pages.append((answer.redirect_chain, _without_tokens(answer.content.decode())))
    assert pages[0] == pages[1]
    assert len(mail.outbox) == 1


def _without_tokens(page: str) -> str:
    return re.sub(r'(X-CSRFToken": "|value=")[A-Za-z0-9]{64}"|nonce="[^"]*"', "", page)


def test_a_password_signs_in(client: Client) -> None:
    make_user(email=ADDRESS, password=PASSWORD)
    client.post("/sign-in/password/", {"login": ADDRESS, "password": PASSWORD})
    assert signed_in(client)
    assert Line.objects.get(verb="user.signed-in").facts == {"method": "password"}


def test_a_session_planted_before_is_worth_nothing_after_sign_in(client: Client) -> None:
    make_user(email=ADDRESS)
    client.post("/sign-in/", {"email": ADDRESS})
    planted = client.cookies["sessionid"].value
    client.post("/sign-in/code/", {"code": last_code()})
    assert signed_in(client)
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get("/account/").status_code == 302


def test_another_code_can_be_asked_for_and_another_address(client: Client) -> None:
    make_user(email=ADDRESS)
    client.post("/sign-in/", {"email": "mistyped@altavalle.example"})
    client.post("/sign-out/", {"next": "/sign-in/"})
    client.post("/sign-in/", {"email": ADDRESS})
    client.post("/sign-in/code/", {"action": "resend"})
    assert len(mail.outbox) == 2
    client.post("/sign-in/code/", {"code": last_code()})
    assert signed_in(client)


def test_wrong_passwords_are_stopped_after_five(client: Client) -> None:
    make_user(email=ADDRESS, password=PASSWORD)
    for _ in range(5):
        client.post("/sign-in/password/", {"login": ADDRESS, "password": "not it at all"})
    answer = client.post("/sign-in/password/", {"login": ADDRESS, "password": PASSWORD})
    assert not signed_in(client)
    assert "Too many tries" in answer.content.decode()


def test_codes_for_one_address_are_stopped_after_three_a_minute() -> None:
    make_user(email=ADDRESS)
    for _ in range(4):
        Client().post("/sign-in/", {"email": ADDRESS})
    assert len(mail.outbox) == 3


def test_one_machine_is_stopped_with_a_page_that_says_how_long(client: Client) -> None:
    make_user()
    for _ in range(31):
        answer = client.post("/sign-in/password/", {"login": "x@y.example", "password": "z"})
    assert answer.status_code == 429
    assert "Wait five minutes" in answer.content.decode()


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_sign_in_leads_nowhere_else(target: str, client: Client) -> None:
    make_user(email=ADDRESS)
    assert sign_in_by_code(client, then=target) == "/"


def test_whose_access_is_closed_gets_no_code(client: Client) -> None:
    user = make_user(email=ADDRESS)
    user.is_active = False
    user.save()
    client.post("/sign-in/", {"email": ADDRESS})
    assert mail.outbox == []


def test_nobody_signs_up(client: Client) -> None:
    make_user()
    for method in (client.get, client.post):
        answer = method("/sign-up/", {"email": "new@altavalle.example", "password1": PASSWORD})
        assert "Nobody signs up here alone" in answer.content.decode()
    assert User.objects.count() == 1


def test_signing_out_ends_the_session(client: Client) -> None:
    make_user(email=ADDRESS)
    sign_in_by_code(client)
    assert client.post("/sign-out/").headers["Location"] == "/"
    assert not signed_in(client)


def test_the_person_with_the_same_address_is_linked_once(client: Client) -> None:
    user = make_user(email=ADDRESS)
    person = Person.objects.create(email="Nicolo@altavalle.example", first_name="Nicolò")
    sign_in_by_code(client)
    person.refresh_from_db()
    assert person.user_id == user.pk
    line = Line.objects.get(verb="person.linked")
    assert (line.subject, line.facts) == (f"person:{person.public_id}", {"user": user.public_id})
    client.post("/sign-out/")
    sign_in_by_code(client)
    assert Line.objects.filter(verb="person.linked").count() == 1


def test_who_has_left_is_not_linked(client: Client) -> None:
    make_user(email=ADDRESS)
    Person.objects.create(email=ADDRESS, first_name="Nicolò", status="left")
    sign_in_by_code(client)
    assert not Person.objects.filter(user__isnull=False).exists()
