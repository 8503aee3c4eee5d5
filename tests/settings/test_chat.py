"""Where chat goes: a bad address stops the start, and never repeats the secrets in it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from viceversa.settings import chat

PERSONAL, CHANNEL = "VICEVERSA_CHAT_URL", "VICEVERSA_CHAT_CHANNEL_URL"


def test_without_any_chat_is_off() -> None:
    assert (chat.personal(), chat.channel()) == ("", "")


def test_an_address_for_each_person_and_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PERSONAL, "slack://xoxb-secret/{email}")
    monkeypatch.setenv(CHANNEL, "mmosts://chat.company.example/secret")
    assert chat.personal() == "slack://xoxb-secret/{email}"
    assert chat.channel() == "mmosts://chat.company.example/secret"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        (PERSONAL, "slack://secret/#general", "to one place"),
        (PERSONAL, "secret/{email}", "not one address"),
        (PERSONAL, "slack://secret/{email} slack://b/{email}", "not one address"),
        (CHANNEL, "slack://secret/{email_name}", "one address for all"),
    ],
)
def test_what_cannot_be_meant_is_refused_without_repeating_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=said) as caught:
        (chat.personal if name == PERSONAL else chat.channel)()
    assert "secret" not in str(caught.value)


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PERSONAL, "slack://xoxb-secret/{email}")
    monkeypatch.setattr(chat, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="“chat” is not installed"):
        chat.personal()
