"""Whoever the directory says has left can neither sign in nor go on in a session of theirs."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_coordinator, make_user
from tests.factories.people import load, people_file, row
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR, Actor
from viceversa.people.actions.applying import import_now
from viceversa.people.actions.sign_ins import let_in_by_email, link
from viceversa.people.models import Person

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def people(*rows: dict[str, str], actor: Actor = OPERATOR) -> None:
    content = people_file(rows, columns=[*row(0), "status"])
    import_now(file_name="people.csv", content=content, actor=actor, now=THEN)


def test_a_session_ends_with_the_next_request_and_signing_in_is_over(client: Client) -> None:
    load([row(0), row(1)])
    user = make_coordinator()
    link(actor=OPERATOR, now=THEN, person=Person.objects.get(external_id="0001"), user=user)
    client.force_login(user, backend=BACKEND)
    assert client.get("/people/").status_code == 200
    people(row(1, status="left"))
    answer = client.get("/people/")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")
    client.post("/sign-in/", {"email": user.email})
    assert client.get("/home/").headers["Location"].startswith("/sign-in/")
    assert Line.objects.filter(verb="user.closed", subject=f"user:{user.public_id}").count() == 1


def test_whoever_is_back_comes_in_again(client: Client) -> None:
    load([row(0)])
    user = make_user()
    link(actor=OPERATOR, now=THEN, person=Person.objects.get(), user=user)
    people(row(0, status="left"))
    people(row(0, status="left"))  # again says it once
    assert Person.objects.get().left_on == THEN.date()
    people(row(0, status="active"))
    assert Person.objects.get().left_on is None
    client.force_login(user, backend=BACKEND)
    assert client.get("/home/").status_code == 200
    lines = Line.objects.filter(verb__in=["user.closed", "user.opened"]).order_by("pk")
    assert list(lines.values_list("verb", flat=True)) == ["user.closed", "user.opened"]


def test_a_file_cannot_lock_out_whoever_writes_it(client: Client) -> None:
    load([row(0)])
    user = make_coordinator()
    link(actor=OPERATOR, now=THEN, person=Person.objects.get(), user=user)
    people(row(0, status="left"), actor=Actor(kind="user", name="Zoë", user_id=user.pk))
    user.refresh_from_db()
    assert user.is_active


@pytest.mark.parametrize("new", ["nuova@altavalle.example", ""])
def test_an_address_given_on_to_somebody_else_no_longer_opens_the_former_account(new: str) -> None:
    load([row(0), row(1)])
    user = make_user(email="persona0@altavalle.example")
    link(actor=OPERATOR, now=THEN, person=Person.objects.get(external_id="0000"), user=user)
    old = "persona0@altavalle.example"
    people(row(0, email=new), row(1, email=old))
    user.refresh_from_db()
    assert user.email == (new or f"{user.public_id}@nobody.invalid")
    newcomer = Person.objects.get(external_id="0001")
    let_in_by_email(actor=OPERATOR, now=THEN, email=old)
    newcomer.refresh_from_db()
    assert newcomer.user and newcomer.user != user
    assert list(EmailAddress.objects.values_list("user", "email").order_by("user")) == [
        (user.pk, user.email),
        (newcomer.user.pk, old),
    ]
