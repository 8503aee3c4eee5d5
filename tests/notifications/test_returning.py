"""Mails that came back: which message, and is the address gone."""

import pytest
from django.core import mail

from tests.factories.notifications import DAY, message
from tests.factories.returns import returned
from viceversa.notifications.actions import take_back, try_again
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Address, Message

pytestmark = pytest.mark.django_db


def test_an_unknown_address_stops_what_would_be_sent_to_it_until_it_is_tried_again() -> None:
    sent = message()
    [back] = take_back(content=returned(sent.message_id, sent.email), now=DAY)
    assert back.gone
    assert Message.objects.get(pk=sent.pk).state == DeliveryState.RETURNED
    assert message().state == DeliveryState.UNREACHABLE
    assert try_again(email="Nicolo@altavalle.example")
    message()
    assert len(mail.outbox) == 2


def test_a_full_mailbox_is_no_reason_to_stop() -> None:
    sent = message()
    take_back(content=returned(sent.message_id, sent.email, status="5.2.2"), now=DAY)
    assert Message.objects.get(pk=sent.pk).state == DeliveryState.RETURNED
    assert not Address.objects.exists()


def test_a_return_of_a_mail_we_never_sent_changes_nothing() -> None:
    sent = message()
    assert take_back(content=returned("<made-up@x.example>", sent.email), now=DAY) == []
    assert not Address.objects.exists()


def test_a_return_that_names_another_address_does_not_stop_ours() -> None:
    sent = message()
    take_back(content=returned(sent.message_id, "forwarded@elsewhere.example"), now=DAY)
    assert Message.objects.get(pk=sent.pk).state == DeliveryState.RETURNED
    assert not Address.objects.exists()


def test_reading_the_same_return_twice_counts_once() -> None:
    sent = message()
    content = returned(sent.message_id, sent.email)
    assert len(take_back(content=content, now=DAY)) == 1
    assert take_back(content=content, now=DAY) == []
    assert Address.objects.count() == 1
