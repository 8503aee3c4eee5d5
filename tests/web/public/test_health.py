"""Health: alive without a database, ready with one, and no secrets in either."""

import pytest
from django.db import OperationalError
from django.test import Client

from viceversa.kernel import database


def test_alive_asks_nothing_of_the_database(client: Client) -> None:
    assert client.get("/health/live").content == b"alive\n"


@pytest.mark.django_db
def test_ready_with_database_and_tables(client: Client) -> None:
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"database": "answers", "migrations": "applied"}


@pytest.mark.django_db
def test_not_ready_while_tables_are_missing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "pending_migrations", lambda: ["people.0002"])
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == "pending"


def test_not_ready_without_a_database_and_silent_about_why(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent() -> bool:
        raise OperationalError("password authentication failed for user viceversa at db.internal")

    monkeypatch.setattr(database, "answers", silent)
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"database": "does not answer"}


@pytest.mark.django_db
def test_health_is_never_kept(client: Client) -> None:
    assert "no-store" in client.get("/health/ready").headers["Cache-Control"]
