"""`viceversa check`: each line is in order or says what to do."""

import json
import smtplib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Error
from django.db import OperationalError, connection
from django_ox.models import OxTask

from tests.cast import THEN, everybody, user
from viceversa.accounts.actions import mark_as_sample
from viceversa.kernel import clock, database
from viceversa.kernel.actor import SYSTEM
from viceversa.ops import cli
from viceversa.ops.checkup import Finding, findings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the instance a data folder with one closed key, and mail that goes to files."""
    monkeypatch.setattr("django.core.checks.run_checks", list)  # tried elsewhere, and slow
    settings.DATA = tmp_path
    (tmp_path / "keys").mkdir(mode=0o700)
    (tmp_path / "keys" / "secret").touch(mode=0o600)
    settings.MAILERS = {"default": {"BACKEND": "x", "OPTIONS": {"file_path": str(tmp_path)}}}
    return tmp_path


def finding(subject: str) -> Finding:
    """Return the finding about a subject."""
    return next(one for one in findings() if one.subject == subject)


def test_whatever_is_not_in_order_says_what_to_do() -> None:
    found = list(findings())
    assert len({one.subject for one in found}) == len(found) >= 9
    assert all(bool(one.remedy) == (one.outcome != "ok") for one in found)


def test_what_django_itself_finds_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Error("The view of /x/ does not say who may see it.", hint="Put @guards…", id="v.E001")
    monkeypatch.setattr("django.core.checks.run_checks", lambda: [wrong])
    found = finding("configuration")
    assert (found.outcome, found.remedy) == ("problem", "Put @guards…")


def test_an_open_key_is_a_problem(folder: Path) -> None:
    (folder / "keys" / "secret").chmod(0o640)
    found = finding("keys")
    assert (found.outcome, "chmod 600" in found.remedy) == ("problem", True)


def test_a_silent_database_ends_what_rests_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> bool:
        raise OperationalError("connection refused")

    monkeypatch.setattr(database, "answers", silent)
    subjects = [one.subject for one in findings()]
    assert finding("database").outcome == "problem"
    assert "audit" not in subjects
    assert "mail" in subjects


def test_missing_tables_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "pending_migrations", lambda: ["people.0002"])
    found = finding("tables")
    assert "people.0002" in found.text
    assert "viceversa serve" in found.remedy


def test_a_broken_audit_chain_is_a_problem() -> None:
    user("coordinator")
    assert finding("audit").outcome == "ok"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_line SET subject = 'user:nobody'")
    assert finding("audit").outcome == "problem"


def test_roles_nobody_holds_are_noted() -> None:
    user("coordinator")
    assert "Administrator" in finding("instance").text
    everybody()
    assert finding("instance").outcome == "ok"


def test_the_sample_company_is_noted() -> None:
    mark_as_sample(actor=SYSTEM, now=THEN, entrances={"mentor": user("participant")})
    assert "sample company" in finding("instance").text


def test_jobs_that_wait_for_long_are_a_problem() -> None:
    assert finding("jobs").outcome == "ok"
    OxTask.objects.create(
        task_path="tests.ops.jobs.mark",
        queue_name="default",
        enqueued_at=clock.now() - timedelta(hours=1),
    )
    assert "1 have waited" in finding("jobs").text


def test_a_mail_server_that_refuses_is_a_problem(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mailer:
        def open(self) -> None:
            raise smtplib.SMTPAuthenticationError(535, b"no")

    options = {"host": "smtp.altavalle.example", "port": 587}
    settings.MAILERS = {"default": {"BACKEND": "x", "OPTIONS": options}}
    monkeypatch.setattr("django.core.mail.mailers", {"default": Mailer()})
    found = finding("mail")
    assert found.outcome == "problem"
    assert "VICEVERSA_SMTP_HOST" in found.remedy


@pytest.mark.parametrize(
    ("url", "tls", "outcome"),
    [
        ("https://mentoring.altavalle.example", True, "ok"),
        ("http://127.0.0.1:8000", False, "ok"),
        ("http://mentoring.altavalle.example", False, "warning"),
    ],
)
def test_an_address_without_tls_is_noted(url: str, tls: bool, outcome: str, settings: Any) -> None:
    settings.PUBLIC_URL, settings.BEHIND_TLS = url, tls
    assert finding("address").outcome == outcome


def test_the_exit_code_follows_the_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    everybody()
    assert cli.main(["check"]) == 0
    assert cli.main(["check", "--strict"]) == 1  # mail goes to files
    monkeypatch.setattr(database, "pending_migrations", lambda: ["people.0002"])
    capsys.readouterr()
    assert cli.main(["check", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"] is False
    assert {"subject", "outcome", "text", "remedy"} == set(answer["findings"][0])
