"""Into the outbox and out again: what is sent, when, in which words."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import transaction

from tests.factories.notifications import DAY, NIGHT, message, recipient
from viceversa.notifications.actions import Calendar, deliver_due
from viceversa.notifications.models import Message

pytestmark = pytest.mark.django_db


def test_a_message_arrives_in_the_readers_language_as_text_and_html() -> None:
    message()
    (sent,) = mail.outbox
    assert sent.to == ["Nicolò Pavesi <nicolo@altavalle.example>"]
    assert sent.subject == "Un messaggio di prova da Viceversa"
    assert "chiesto da Matteo Rinaldi" in " ".join(sent.body.split())
    html, kind = sent.alternatives[0]
    assert kind == "text/html"
    assert '<html lang="it">' in html
