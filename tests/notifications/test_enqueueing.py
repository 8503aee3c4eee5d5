"""Into the outbox and out again: what is sent, when, in which words."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.db import transaction

from tests.factories.notifications import DAY, NIGHT, message, recipient
from viceversa.notifications.actions import deliver_due, sign_as
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Message

pytestmark = pytest.mark.django_db


def test_a_message_arrives_in_the_readers_language_as_text_and_html() -> None:
    message()
    (sent,) = mail.outbox
    assert sent.to == ["Nicolò Pavesi <nicolo@altavalle.example>"]
    assert sent.subject == "Un messaggio di prova da Viceversa"
    assert "chiesto Matteo Rinaldi" in " ".join(sent.body.split())
    html, kind = sent.alternatives[0]
    assert kind == "text/html"
    assert '<html lang="it">' in html


def test_in_english_for_who_reads_english() -> None:
    message(recipient=recipient(language="en"))
    assert mail.outbox[0].subject == "A test message from Viceversa"


def test_what_people_wrote_is_escaped_in_html_and_whole_in_text() -> None:
    message(context={"by": "<script>alert(1)</script> & <b>co</b>"})
    (sent,) = mail.outbox
    html, _ = sent.alternatives[0]
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in html
    assert "<script>alert(1)</script> & <b>co</b>" in " ".join(sent.body.split())


def test_programs_are_told_not_to_answer_and_which_mail_it_is() -> None:
    written = message()
    headers = mail.outbox[0].message()
    assert headers["Message-ID"] == written.message_id
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Content-Language"] == "it"
    assert headers["List-Unsubscribe"] is None  # an essential message cannot be declined


def test_nothing_is_sent_by_a_transaction_that_rolls_back() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        message(now=NIGHT)
        raise ZeroDivisionError
    assert not Message.objects.exists()


def test_at_night_a_message_waits_for_the_readers_morning() -> None:
    written = message(now=NIGHT)
    assert mail.outbox == []
    assert written.state == DeliveryState.WAITING
    morning = datetime(2026, 9, 8, 6, 0, tzinfo=UTC)  # eight in Rome
    assert written.due_at == morning
    assert deliver_due(now=NIGHT) == 0
    assert deliver_due(now=morning) == 1
    assert len(mail.outbox) == 1


def test_the_readers_night_counts_not_the_organisations() -> None:
    message(now=NIGHT, recipient=recipient(time_zone="America/New_York"))
    assert len(mail.outbox) == 1


def test_what_is_urgent_rings_at_night() -> None:
    message(now=NIGHT, urgent=True)
    assert len(mail.outbox) == 1


def test_the_words_are_gone_once_the_message_has_left() -> None:
    written = message()
    written.refresh_from_db()
    assert written.state == DeliveryState.SENT
    assert (written.subject, written.text, written.html) == ("", "", "")
    assert written.settled_at is not None


def test_a_message_is_signed_with_the_name_of_the_organisation(settings: object) -> None:
    settings.ORGANISATION = ""  # type: ignore[attr-defined]  # pytest-django's fixture
    sign_as(organisation="Cartiere Riunite")
    message(now=DAY)
    assert mail.outbox[0].body.startswith("Cartiere Riunite · Viceversa\n")
