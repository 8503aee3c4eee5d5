"""What reaches Slack, Mattermost, Teams and a flow of one's own, over real connections."""

import builtins
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apprise.plugins.slack import NotifySlack

from tests.notifications.chat import ChatService, chat_service, self_signed
from viceversa.integrations import chat

pytestmark = pytest.mark.once
TITLE, LINK = "Viceversa: Meeting agreed", "https://mentoring.company.example/"
SLACK = "slack://xoxb-1234567890123-abc4567890/{email}"


@pytest.fixture
def service() -> Iterator[ChatService]:
    with chat_service() as service:
        yield service


def here(service: ChatService) -> str:
    return f"127.0.0.1:{service.port}"


def test_mattermost_gets_one_line_and_one_link_without_pictures(service: ChatService) -> None:
    address = f"mmost://{here(service)}/abcdefghijklmnop1234567890?channels=coordinators"
    assert chat.ring(address, title=TITLE, link=LINK)
    [(path, sent)] = service.requests
    assert path == "/hooks/abcdefghijklmnop1234567890"
    assert sent == {
        "text": f"{TITLE}\r\n{LINK}",
        "username": "Viceversa",
        "channel": "coordinators",
    }


def test_slack_finds_the_person_by_address(
    service: ChatService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NotifySlack, "api_url", f"http://{here(service)}/api/{{}}")
    monkeypatch.setattr(NotifySlack, "request_rate_per_sec", 0)
    found = {"ok": True, "user": {"id": "U7"}, "channel": "D7", "ts": "1"}
    service.answer = lambda path: (200, found)
    assert chat.ring(chat.filled(SLACK, "nicolo@altavalle.example"), title=TITLE, link=LINK)
    assert service.requests[0] == (
        "/api/users.lookupByEmail",
        {"email": ["nicolo@altavalle.example"]},
    )
    [said] = service.last["attachments"]
    assert (service.last["channel"], said["title"], said["text"]) == ("U7", TITLE, LINK)
    assert "icon_url" not in service.last
    assert "footer_icon" not in said

    service.answer = lambda path: (200, {"ok": False, "error": "users_not_found"})
    assert not chat.ring(chat.filled(SLACK, "else@altavalle.example"), title=TITLE, link=LINK)


def test_teams_gets_a_card_with_a_link_to_click(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with chat_service(certificate) as service:
        service.answer = lambda path: (202, "")
        address = f"workflows://localhost:{service.port}/643e69f83c8944/iXTfbLZbzA"
        assert chat.ring(address, title=TITLE, link=LINK)
    [card] = service.last["attachments"]
    texts = [part["text"] for part in card["content"]["body"]]
    assert texts == [TITLE, f"[{LINK}]({LINK})"]
    assert service.paths == ["/workflows/643e69f83c8944/triggers/manual/paths/invoke"]


def test_a_flow_of_ones_own_learns_whom_to_tell_and_nothing_can_be_smuggled_in(
    service: ChatService,
) -> None:
    template = f"json://{here(service)}/flow?:to={{email}}"
    odd = "a&:link=x#y@altavalle.example"
    assert chat.ring(chat.filled(template, odd), title=TITLE, link=LINK)
    assert {key: service.last[key] for key in ("title", "message", "to")} == {
        "title": TITLE,
        "message": LINK,
        "to": odd,
    }
    assert "link" not in service.last


def test_the_name_alone_stands_where_a_service_knows_no_addresses() -> None:
    assert chat.filled("x://h/@{email_name}", "n.pavesi@altavalle.example") == "x://h/@n.pavesi"


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_is_no(service: ChatService, status: int) -> None:
    service.answer = lambda path: (status, "no")
    assert not chat.ring(f"json://{here(service)}/", title=TITLE, link=LINK)


def test_nobody_there_is_no() -> None:
    with chat_service() as service:
        address = f"json://{here(service)}/"
    assert not chat.ring(address, title=TITLE, link=LINK)


def test_an_address_of_no_service_is_unusable() -> None:
    with pytest.raises(chat.Unusable, match="no chat service"):
        chat.check("pigeon://roof")
    assert chat.check(chat.filled(SLACK, "a@altavalle.example")) == "Slack"


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "apprise":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(chat.Unusable, match="not installed"):
        chat.check("json://x/")
