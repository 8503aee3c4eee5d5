"""`viceversa check --chat` and `--channel`: what is configured, and what became of a test."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.notifications.chat import ChatService, chat_service
from viceversa.notifications.actions import keep_all
from viceversa.ops import cli, trial_chat

pytestmark = pytest.mark.django_db
TO = "matteo@altavalle.example"


@pytest.fixture
def service(settings: Any) -> Iterator[ChatService]:
    with chat_service() as service:
        settings.CHAT_URL = f"json://127.0.0.1:{service.port}/people?:to={{email}}"
        settings.CHAT_CHANNEL_URL = f"json://127.0.0.1:{service.port}/channel"
        yield service


def test_what_is_not_set_is_not_spoken_of() -> None:
    assert list(trial_chat.configured()) == []
    assert trial_chat.to_person(TO).text == "VICEVERSA_CHAT_URL is not set"
    assert trial_chat.to_channel().text == "VICEVERSA_CHAT_CHANNEL_URL is not set"


def test_looking_sends_nothing_and_names_what_is_unusable(
    service: ChatService, settings: Any
) -> None:
    assert [found.outcome for found in trial_chat.configured()] == ["ok", "ok"]
    settings.CHAT_CHANNEL_URL = "pigeon://roof"
    assert [found.outcome for found in trial_chat.configured()] == ["ok", "problem"]
    assert service.requests == []


def test_a_test_reaches_the_person_and_the_channel(
    service: ChatService,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("django.core.checks.run_checks", list)  # tried elsewhere, and slow
    settings.MAILERS = {"default": {"BACKEND": "x", "OPTIONS": {"file_path": "mail"}}}
    assert cli.main(["check", "--json", "--chat", TO, "--channel"]) in {0, 1}
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [each["outcome"] for each in found if each["subject"] == "chat message"] == ["ok", "ok"]
    assert service.paths == ["/people", "/channel"]
    assert service.requests[0][1]["to"] == TO


def test_a_refusal_is_a_problem_with_a_remedy(service: ChatService) -> None:
    service.answer = lambda path: (403, "no")
    found = trial_chat.to_person(TO)
    assert (found.outcome, TO in found.text) == ("problem", True)
    assert found.remedy
    assert trial_chat.to_person("matteo").outcome == "problem"


def test_the_sample_company_sends_nothing(service: ChatService) -> None:
    keep_all()
    assert trial_chat.to_person(TO).text == "the sample company sends nothing"
    assert service.requests == []
