"""“Enter as”: open in the sample company, unknown everywhere else."""

import pytest
from django.test import Client

from tests.cast import THEN, user
from viceversa.accounts.actions import mark_as_sample
from viceversa.accounts.choices import Part
from viceversa.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def sample() -> None:
    parts = dict.fromkeys(Part.values, user("participant"))
    parts["coordinator"] = user("coordinator")
    mark_as_sample(actor=SYSTEM, now=THEN, entrances=parts)


def test_elsewhere_it_does_not_exist(client: Client) -> None:
    user("coordinator")
    assert client.get("/sample/").status_code == 404
    assert client.post("/sample/enter/", {"part": "coordinator"}).status_code == 404
    assert "_auth_user_id" not in client.session
    assert "sample company" not in client.get("/").content.decode().lower()


@pytest.mark.usefixtures("sample")
def test_the_page_offers_every_part_once(client: Client) -> None:
    page = client.get("/sample/").content.decode()
    for part in Part.values:
        assert page.count(f'name="part" value="{part}"') == 1


@pytest.mark.usefixtures("sample")
def test_one_enters_and_comes_back_as_someone_else(client: Client) -> None:
    client.post("/sample/enter/", {"part": "coordinator"})
    assert client.session["_auth_user_id"] == str(user("coordinator").pk)
    first = client.cookies["sessionid"].value
    client.post("/sample/enter/", {"part": "mentor"})
    assert client.session["_auth_user_id"] == str(user("participant").pk)
    assert client.cookies["sessionid"].value != first


@pytest.mark.usefixtures("sample")
def test_looking_does_not_enter(client: Client) -> None:
    assert client.get("/sample/enter/?part=coordinator").status_code == 405


@pytest.mark.usefixtures("sample")
def test_an_unknown_part_is_a_page_that_says_so(client: Client) -> None:
    answer = client.post("/sample/enter/", {"part": "king"})
    assert answer.status_code == 409
    assert "nobody for this part" in answer.content.decode()


@pytest.mark.usefixtures("sample")
def test_every_page_says_loudly_that_this_is_a_sample(client: Client) -> None:
    for path in ("/", "/sign-in/", "/sample/"):
        assert "Sample company" in client.get(path).content.decode()
