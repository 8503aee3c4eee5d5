"""Preferences, the weekly digest, and declining by the signed link."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.core.signing import dumps

from tests.factories.notifications import DAY, message, recipient
from viceversa.notifications import messages
from viceversa.notifications.actions import choose, decline, deliver_due, receive_again
from viceversa.notifications.choices import DeliveryState, Kind, Wish
from viceversa.notifications.models import Message
from viceversa.notifications.queries.wishes import CHOOSABLE, quiet_hours, wishes
from viceversa.notifications.rules.timing import Quiet

pytestmark = pytest.mark.django_db
KEY = recipient().key
OPTIONAL = CHOOSABLE[0]
MONDAY = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)  # eight in Rome, the Monday after DAY


def optional(**facts: object) -> Message:
    """Put an optional message into the outbox, with the facts of its sample."""
    import tomllib

    from viceversa.notifications.messages.preview import FOLDER

    sample = tomllib.loads((FOLDER / OPTIONAL.value / "sample.toml").read_text())
    context = {**sample.get("both", {}), **sample.get("it", {})}
    return message(kind=OPTIONAL, context=context, **facts)


def want(wish: Wish) -> None:
    choose(recipient_key=KEY, wanted={OPTIONAL: wish}, now=DAY)


def test_an_optional_message_can_be_declined_by_one_click() -> None:
    optional()
    headers = mail.outbox[0].message()
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = headers["List-Unsubscribe"]
    assert link.startswith("<http") and link.endswith("/>")
    token = link.rstrip("/>").rsplit("/", 1)[1]
    assert messages.read_token(token) == messages.Subscription(KEY, OPTIONAL)


def test_what_is_declined_is_not_sent_and_keeps_no_words() -> None:
    want(Wish.NEVER)
    written = optional()
    assert (written.state, written.text) == (DeliveryState.DECLINED, "")
    assert mail.outbox == []


def test_an_essential_kind_cannot_be_declined() -> None:
    with pytest.raises(ValueError, match="always sent"):
        choose(recipient_key=KEY, wanted={Kind.TEST: Wish.NEVER}, now=DAY)


def test_once_a_week_what_was_gathered_comes_together_and_once() -> None:
    want(Wish.WEEKLY)
    first, second = optional(), optional()
    assert mail.outbox == []
    assert first.due_at == MONDAY
    subject = first.subject
    deliver_due(now=MONDAY)
    (digest,) = mail.outbox
    assert digest.subject == "La tua settimana in Viceversa: 2 messaggi"
    assert digest.body.count(subject) == 2
    assert "http" in digest.body
    states = Message.objects.filter(pk__in=[first.pk, second.pk]).values_list("state", "text")
    assert list(states) == [(DeliveryState.DIGESTED, "")] * 2
    assert deliver_due(now=MONDAY) == 0
    assert len(mail.outbox) == 1


def test_what_is_urgent_does_not_wait_for_the_digest() -> None:
    want(Wish.WEEKLY)
    optional(urgent=True)
    assert len(mail.outbox) == 1


def test_leaving_the_digest_releases_or_drops_what_was_gathered() -> None:
    want(Wish.WEEKLY)
    optional()
    want(Wish.EACH)
    assert deliver_due(now=DAY) == 1
    want(Wish.WEEKLY)
    optional()
    want(Wish.NEVER)
    assert deliver_due(now=MONDAY) == 0
    assert len(mail.outbox) == 1


def test_declining_the_digest_stops_what_would_come_in_it_and_back() -> None:
    want(Wish.WEEKLY)
    decline(recipient_key=KEY, kind=Kind.DIGEST, now=DAY)
    assert wishes(KEY)[OPTIONAL] == Wish.NEVER
    receive_again(recipient_key=KEY, kind=Kind.DIGEST, now=DAY)
    assert wishes(KEY)[OPTIONAL] == Wish.EACH


def test_own_quiet_hours_are_kept_and_count() -> None:
    choose(recipient_key=KEY, wanted={}, quiet=Quiet(9, 14), now=DAY)
    assert quiet_hours(KEY) == Quiet(9, 14)
    assert message().due_at == datetime(2026, 9, 7, 12, 0, tzinfo=UTC)  # two in Rome


@pytest.mark.parametrize(
    "token",
    [
        "",
        "nonsense",
        dumps([KEY, OPTIONAL.value], salt="something else"),
        dumps([KEY, "test"], salt=messages.links.SALT),
        dumps([KEY, "unheard-of"], salt=messages.links.SALT),
        dumps("x", salt=messages.links.SALT),
    ],
    ids=["empty", "nonsense", "other-purpose", "always-sent", "unheard-of", "no-pair"],
)
def test_no_other_token_opens_the_door(token: str) -> None:
    with pytest.raises(messages.BadToken):
        messages.read_token(token)
