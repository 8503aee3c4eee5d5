"""The pages of users: who is listed, how roles are given and taken back."""

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from tests.factories.accounts import make_administrator, make_coordinator, make_user
from viceversa.accounts.models import Grant, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make_administrator("ada@altavalle.example")


@pytest.fixture
def administrator(client: Client, ada: User) -> Client:
    client.force_login(ada)
    return client


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_those_without_a_role_are_listed_on_request_and_without_their_last_sign_in(
    administrator: Client,
) -> None:
    nora = make_user(email="nora@altavalle.example", name="Nora Piras")
    administrator.force_login(nora)
    administrator.force_login(User.objects.get(email="ada@altavalle.example"))
    assert "Nora Piras" not in page(administrator, "/users/")
    listed = administrator.get("/users/?show=everybody&q=nora")
    assert "Nora Piras" in listed.content.decode()
    assert [line.last for line in listed.context["lines"]] == [None]
    assert "Last sign-in" not in page(administrator, f"/users/{nora.public_id}/")


def test_a_role_is_given_and_taken_back(administrator: Client) -> None:
    nora = make_user(name="Nora Piras")
    there = f"/users/{nora.public_id}/"
    given = administrator.post(f"{there}give/", {"role": "coordinator"}, follow=True)
    assert "Held since" in given.content.decode()
    administrator.post(f"{there}take/", {"role": "coordinator"})
    assert not Grant.objects.filter(user=nora).exists()
    assert administrator.post(f"{there}give/", {"role": "emperor"}).status_code == 404


def test_the_last_administrator_is_told_why_the_role_stays(
    administrator: Client, ada: User
) -> None:
    refused = administrator.post(
        f"/users/{ada.public_id}/take/", {"role": "administrator"}, follow=True
    )
    assert "is the only administrator" in refused.content.decode()
    assert Grant.objects.filter(user=ada).exists()


def test_who_gives_up_their_own_administration_is_not_left_before_a_closed_door(
    administrator: Client, ada: User
) -> None:
    make_administrator()
    done = administrator.post(
        f"/users/{ada.public_id}/take/", {"role": "administrator"}, follow=True
    )
    assert done.status_code == 200


def test_somebody_new_is_let_in_and_a_taken_address_is_refused(administrator: Client) -> None:
    said = {"name": "Elena Rota", "email": "elena@altavalle.example", "role": "coordinator"}
    made = administrator.post("/users/new/", said, follow=True).content.decode()
    assert "Elena Rota can sign in now." in made
    again = administrator.post("/users/new/", said).content.decode()
    assert "Someone already signs in" in again
    assert "Elena Rota" in page(administrator, "/users/?show=coordinator")


def test_the_list_costs_the_same_whatever_its_length(
    administrator: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    page(administrator, "/users/")
    with django_assert_num_queries(7):
        page(administrator, "/users/")
    make_coordinator()
    make_coordinator()
    with django_assert_num_queries(7):
        page(administrator, "/users/")
