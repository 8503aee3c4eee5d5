"""The audit as a page and as a file."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_administrator
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make_administrator())
    return client


def test_the_page_names_acts_of_office_and_nobody_else(administrator: Client) -> None:
    chiara = Actor("user", "=Chiara", 3)
    record(actor=chiara, now=THEN, verb=Verb.ROUND_PUBLISHED, subject="round:one", proposals=3)
    record(actor=Actor("user", "Nora Piras", 7), now=THEN, verb=Verb.NOTE_WRITTEN)
    record(actor=SYSTEM, now=THEN, verb=Verb.PROPOSAL_LAPSED, subject="offer:x", why="Nora")
    page = administrator.get("/audit/").content.decode()
    for part in ("=Chiara", "round:one", "proposals 3", "Note written", "Viceversa itself"):
        assert part in page
    for part in ("Nora", "offer:x"):
        assert part not in page
    file = administrator.get("/audit/audit.csv?area=matching").content.decode()
    assert "'=Chiara" in file
    assert "note.written" not in file


@pytest.mark.parametrize("query", ["?day=soon", "?day=2026-02-30", "?verb=no&area=no", "?page=x"])
def test_an_address_that_says_nothing_narrows_nothing(administrator: Client, query: str) -> None:
    assert administrator.get(f"/audit/{query}").status_code == 200


def test_where_nothing_is_found_the_page_says_what_to_do(administrator: Client) -> None:
    assert "Nothing found" in administrator.get("/audit/?day=1999-01-01").content.decode()
