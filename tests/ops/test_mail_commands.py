"""`viceversa check --mail` and `viceversa bounces`: what is sent, and what came back."""

import io
import json
import mailbox
from pathlib import Path
from typing import Any

import pytest

from tests.factories.notifications import message
from tests.factories.returns import returned
from tests.notifications.smtp import mail_server
from viceversa.notifications.actions import keep_all
from viceversa.notifications.actions.returning import note_gone
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Address, Message
from viceversa.ops import cli, trial_mail

pytestmark = pytest.mark.django_db
TO = "matteo@altavalle.example"


def test_a_test_message_reaches_the_mail_server(settings: Any) -> None:
    with mail_server() as box:
        settings.MAILERS = {**settings.MAILERS, "default": box.mailer}
        found = trial_mail.send(TO)
    assert (found.outcome, TO in found.text) == ("ok", True)
    [arrived] = box.mails
    assert arrived["Subject"] == "A test message from Viceversa"


def test_a_server_that_refuses_is_quoted_and_nothing_is_claimed(settings: Any) -> None:
    with mail_server() as box:
        box.answer = lambda address: "550 5.7.1 who are you"
        settings.MAILERS = {**settings.MAILERS, "default": box.mailer}
        found = trial_mail.send(TO)
    assert (found.outcome, "answered 550" in found.text) == ("problem", True)
    assert found.remedy


def test_a_server_that_is_away_is_tried_again_by_a_worker(settings: Any) -> None:
    with mail_server() as box:
        away = box.mailer
    settings.MAILERS = {**settings.MAILERS, "default": away}
    found = trial_mail.send(TO)
    assert (found.outcome, "did not answer" in found.text) == ("problem", True)
    assert "tries again" in found.text


def test_the_sample_company_says_that_nothing_left() -> None:
    keep_all()
    assert "sends nothing" in trial_mail.send(TO).text


@pytest.mark.parametrize("email", ["matteo", "a@altavalle.example,b@altavalle.example"])
def test_what_is_no_address_is_a_problem(email: str) -> None:
    assert trial_mail.send(email).outcome == "problem"
    assert not Message.objects.exists()


def test_an_address_that_came_back_says_how_to_try_again() -> None:
    note_gone(email=TO, status="5.1.1", now=message().created_at)
    assert "came back before" in trial_mail.send(TO).text


def test_the_option_adds_its_line_and_decides_the_exit(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("viceversa.ops.checkup.findings", _tables_only)
    assert cli.main(["check", "--mail", TO]) == 0
    assert "test message" in capsys.readouterr().out
    assert cli.main(["check", "--mail", "nobody"]) == 1


def _tables_only() -> Any:
    from viceversa.ops.checkup import Finding

    yield Finding("tables", "ok", "up to date")


def test_a_mailbox_folder_is_read_and_every_other_mail_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = message()
    box = mailbox.Maildir(tmp_path / "box")
    box.add(returned(sent.message_id, sent.email))
    box.add(b"Subject: Out of office\n\nBack on Monday.\n")
    assert cli.main(["bounces", str(tmp_path / "box")]) == 0
    assert "2 mails read, 1 of our messages came back." in capsys.readouterr().out
    assert Message.objects.get().state == DeliveryState.RETURNED
    assert Address.objects.get().email == sent.email
    assert len(box) == 2


def test_an_mbox_file_holds_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    messages = [message(), message()]
    box = mailbox.mbox(tmp_path / "returns")
    for each in messages:
        box.add(returned(each.message_id, each.email, status="5.2.2"))
    box.close()
    assert cli.main(["bounces", "--json", str(tmp_path / "returns")]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["mails"] == 2
    assert {line["status"] for line in said["returned"]} == {"5.2.2"}
    assert not any(line["unreachable"] for line in said["returned"])


def test_a_mail_server_can_pipe_one_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = message()
    pipe = io.TextIOWrapper(io.BytesIO(returned(sent.message_id, sent.email)))
    monkeypatch.setattr("sys.stdin", pipe)
    assert cli.main(["bounces"]) == 0
    assert f"{sent.email}  came back with 5.1.1" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bounces", "/nowhere/mail"]) == 1
    assert "/nowhere/mail" in capsys.readouterr().err
