"""A word in the chat: who gets one, what it says, and that it holds up nothing."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from tests.factories.notifications import DAY, NIGHT, message, recipient
from tests.notifications.chat import ChatService, chat_service
from viceversa.notifications.actions import (
    Kind,
    choose,
    choose_chat,
    deliver_due,
    keep_all,
    ring_channel,
    ring_due,
)
from viceversa.notifications.actions.returning import note_gone
from viceversa.notifications.choices import ALWAYS, OPEN_IN_CHAT, PRIVATE, Road, Wish
from viceversa.notifications.messages.bell import bell
from viceversa.notifications.models import Message
from viceversa.notifications.queries.sent import line
from viceversa.notifications.rules.timing import LEASE, RINGS

pytestmark = pytest.mark.django_db
KEY = recipient().key
NUDGE = {"signal": "quiet", "others": "Francesca", "days": 36, "path": "/together/x/"}


@pytest.fixture
def service(settings: Any) -> Iterator[ChatService]:
    with chat_service() as service:
        settings.CHAT_URL = f"json://127.0.0.1:{service.port}/people?:to={{email}}"
        settings.CHAT_CHANNEL_URL = f"json://127.0.0.1:{service.port}/channel"
        yield service


def nudge(**facts: Any) -> Message:
    return message(**{"kind": Kind.NUDGE, "context": NUDGE, **facts})


def words() -> list[Message]:
    return list(Message.objects.filter(road=Road.CHAT).order_by("pk"))


def test_nobody_is_rung_who_did_not_ask(service: ChatService) -> None:
    nudge()
    assert (ring_due(now=DAY), service.requests) == (0, [])


def test_who_asked_gets_one_line_without_names_beside_the_mail(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    nudge()
    assert ring_due(now=DAY) == 1
    [(path, sent)] = service.requests
    assert (path, sent["to"]) == ("/people", "nicolo@altavalle.example")
    assert sent["title"] == "Viceversa: qualcosa di nuovo per te"
    assert sent["message"] == "http://127.0.0.1:8000/"
    [word] = words()
    assert (word.state, word.subject, word.text) == ("sent", "", "")
    assert len(mail.outbox) == 1
    assert ring_due(now=DAY + timedelta(days=3)) == 0


def test_always_stands_for_what_cannot_be_declined(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[ALWAYS])
    nudge()
    assert not words()
    message(kind=Kind.PARTNER_LEFT, context={"partner": "Francesca", "path": "/home/"})
    assert [word.kind for word in words()] == ["partner-left"]
    message()  # a test message is about the mail
    assert len(words()) == 1


@pytest.mark.parametrize("wanted", [Wish.WEEKLY, Wish.NEVER])
def test_what_waits_or_is_declined_does_not_ring(service: ChatService, wanted: Wish) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    choose(recipient_key=KEY, wanted={Kind.NUDGE: wanted}, now=DAY)
    nudge()
    assert not words()


def test_the_digest_rings_once_for_all_it_holds(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    choose(recipient_key=KEY, wanted={Kind.NUDGE: Wish.WEEKLY}, now=DAY)
    nudge()
    nudge()
    deliver_due(now=DAY + timedelta(days=8))
    assert [word.kind for word in words()] == ["digest"]


def test_quiet_hours_hold_for_the_chat(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    nudge(now=NIGHT)
    assert ring_due(now=NIGHT) == 0
    assert words()[0].due_at == NIGHT + timedelta(hours=8, minutes=30)
    assert ring_due(now=words()[0].due_at) == 1


def test_a_chat_that_is_away_holds_up_no_mail_and_is_given_up_soon(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    service.answer = lambda path: (503, "no")
    for _ in range(5):
        nudge(urgent=True)
    assert len(mail.outbox) == 5
    assert ring_due(now=DAY) == 0
    assert len(service.requests) == 3  # then it is left in peace for a while
    for hours in range(1, 9):
        ring_due(now=DAY + timedelta(hours=hours))
    assert {(word.state, word.attempts) for word in words()} == {("failed", RINGS)}
    assert line(words()[0]).why == "The chat service did not take it."


def test_one_person_the_service_does_not_know_stops_nobody(service: ChatService) -> None:
    for key in ("person:a", "person:b"):
        choose_chat(recipient_key=key, kinds=[Kind.NUDGE])
        nudge(recipient=recipient(key=key, email=f"{key[-1]}@altavalle.example"))
    answers = iter([404, 200])
    service.answer = lambda path: (next(answers), "")
    assert ring_due(now=DAY) == 1
    assert [word.state for word in words()] == ["waiting", "sent"]


def test_a_worker_that_dies_in_between_repeats_it_once_at_most(
    service: ChatService, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    nudge()

    def die(*_args: object, **_facts: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("viceversa.notifications.actions.delivering._record", die)
        with pytest.raises(SystemExit):
            ring_due(now=DAY)
        assert ring_due(now=DAY) == 0  # its lease is not over
        with pytest.raises(SystemExit):
            ring_due(now=DAY + LEASE)
    assert ring_due(now=DAY + 3 * LEASE) == 0
    assert len(service.requests) == 2
    assert (words()[0].state, words()[0].reason) == ("failed", "interrupted")


def test_an_address_that_is_gone_for_mail_still_rings(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    note_gone(email=recipient().email, status="5.1.1", now=DAY)
    assert nudge().state == "unreachable"
    assert ring_due(now=DAY) == 1


def test_what_waits_when_chat_is_switched_off_is_given_up(
    service: ChatService, settings: Any
) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    nudge()
    settings.CHAT_URL = ""
    assert ring_due(now=DAY) == 0
    assert (words()[0].state, service.requests) == ("failed", [])


def test_nothing_leaves_the_sample_company(service: ChatService) -> None:
    choose_chat(recipient_key=KEY, kinds=[Kind.NUDGE])
    keep_all()
    nudge()
    assert ring_channel(now=DAY) is None
    assert not words()


def test_the_channel_hears_once_a_day_in_both_languages(service: ChatService) -> None:
    assert ring_channel(now=DAY) is not None
    assert ring_channel(now=DAY + timedelta(hours=23)) is None
    assert ring_due(now=DAY) == 1
    [(path, sent)] = service.requests
    assert path == "/channel"
    assert sent["title"] == "Viceversa: something new on the list · qualcosa di nuovo nell’elenco"
    assert sent["message"] == "http://127.0.0.1:8000/momentum/"
    assert ring_channel(now=DAY + timedelta(hours=24)) is not None


def test_no_title_tells_what_is_private() -> None:
    silent = {kind for kind in Kind if bell(kind, "en").title.endswith("something new for you")}
    assert silent == set(Kind) - OPEN_IN_CHAT
    assert silent >= PRIVATE
    assert {bell(kind, "it").link for kind in Kind} == {"http://127.0.0.1:8000/"}


def test_only_what_can_be_chosen_is_kept() -> None:
    with pytest.raises(ValueError, match="not for choosing"):
        choose_chat(recipient_key=KEY, kinds=[Kind.PARTNER_LEFT])
