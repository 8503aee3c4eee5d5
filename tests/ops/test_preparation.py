"""A start that cannot go on says why, and what to do."""

import errno
from datetime import datetime

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from tests.cast import THEN
from viceversa.accounts.actions import create_user
from viceversa.kernel.actor import OPERATOR
from viceversa.ops import preparation
from viceversa.ops.sample import loading
from viceversa.ops.start import CannotStart

pytestmark = pytest.mark.django_db


def fails_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the first step of every start fail."""

    def fail(*words: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(preparation, "call_command", fail)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("database or disk is full"),
        OSError(errno.ENOSPC, "No space left on device", "static/app.css"),
    ],
)
def test_a_full_disk_is_a_sentence(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(error, monkeypatch)
    with pytest.raises(CannotStart, match=r"is full\. Make room there.*VICEVERSA_DATA"):
        preparation.prepare(lambda text: None)


def test_another_fault_of_the_database_stays_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(OperationalError("no such table"), monkeypatch)
    with pytest.raises(OperationalError, match="no such table"):
        preparation.prepare(lambda text: None)


def test_the_sample_is_loaded_where_there_is_nobody_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[datetime] = []
    monkeypatch.setattr(loading, "load", lambda *, now: loaded.append(now))
    preparation.load_sample_if_empty(lambda text: None)
    assert len(loaded) == 1
    create_user(actor=OPERATOR, now=THEN, email="a@altavalle.example", name="Ada Prova", roles=())
    preparation.load_sample_if_empty(lambda text: None)
    assert len(loaded) == 1


def test_a_database_of_another_version_is_left_alone() -> None:
    MigrationRecorder(connection).record_applied("people", "0999_of_tomorrow")
    with pytest.raises(CannotStart, match="does not know people.0999_of_tomorrow"):
        preparation.prepare(lambda text: None)
