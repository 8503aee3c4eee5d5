"""Over a real mail server: what arrives, what is tried again, what is given up."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from tests.factories.notifications import DAY, message, recipient
from tests.notifications.smtp import Mailbox, mail_server
from viceversa.notifications.actions import Calendar, deliver, deliver_due, keep_all
from viceversa.notifications.choices import DeliveryState, Kind
from viceversa.notifications.messages import unsubscribe_path
from viceversa.notifications.models import Address, Message
from viceversa.notifications.rules.timing import BACK_OFF, LEASE

pytestmark = pytest.mark.django_db
ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nSUMMARY:Caff\xc3\xa8\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def box(settings: Any) -> Iterator[Mailbox]:
    with mail_server() as box:
        settings.MAILERS = {**settings.MAILERS, "default": box.mailer}
        yield box


def stored(written: Message) -> Message:
    return Message.objects.get(pk=written.pk)


def test_accents_both_parts_and_the_calendar_arrive_whole(box: Mailbox) -> None:
    message(attachment=Calendar("REQUEST", ICS))
    [arrived] = box.mails
    assert arrived["Subject"] == "Un messaggio di prova da Viceversa"
    assert arrived["To"].addresses[0].display_name == "Nicolò Pavesi"
    kinds = [part.get_content_type() for part in arrived.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "text/calendar", "application/ics"]
    calendar = next(p for p in arrived.walk() if p.get_content_type() == "text/calendar")
    assert calendar.get_param("method") == "REQUEST"
    assert "SUMMARY:Caffè" in calendar.get_content()


def test_the_link_to_decline_stands_whole_in_its_header(box: Mailbox) -> None:
    path = unsubscribe_path(recipient().key, Kind.DIGEST)
    message(kind=Kind.DIGEST, context={"items": []})
    lines = box.raw[0].split(b"\r\n")
    assert f"List-Unsubscribe: <http://127.0.0.1:8000{path}>".encode() in lines
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines


def test_a_name_with_a_comma_stays_one_recipient(box: Mailbox) -> None:
    message(recipient=recipient(name='Pavesi, Nicolò "Nic"'))
    [arrived] = box.mails
    assert [a.addr_spec for a in arrived["To"].addresses] == ["nicolo@altavalle.example"]


def test_a_server_that_is_busy_is_asked_again_later_with_the_same_mail(box: Mailbox) -> None:
    box.answer = lambda address: "451 busy"
    written = message(urgent=True)
    row = stored(written)
    assert (row.state, row.reason, row.attempts) == (DeliveryState.WAITING, "451", 1)
    assert row.subject
    box.answer = lambda address: "250 OK"
    assert deliver_due(now=row.due_at - timedelta(seconds=1)) == 0
    assert deliver_due(now=row.due_at) == 1
    assert [arrived["Message-ID"] for arrived in box.mails] == [written.message_id]
    assert stored(written).state == DeliveryState.SENT


def test_after_a_day_of_tries_it_is_given_up_and_says_why(box: Mailbox) -> None:
    box.answer = lambda address: "451 busy"
    written = message(urgent=True)
    for _ in BACK_OFF:
        deliver_due(now=stored(written).due_at)
    row = stored(written)
    assert (row.state, row.reason, row.attempts) == (DeliveryState.FAILED, "451", 8)
    assert row.text == ""


def test_a_refused_address_is_remembered_and_not_tried_again(box: Mailbox) -> None:
    box.answer = lambda address: "550 5.1.1 no such user"
    assert stored(message()).state == DeliveryState.FAILED
    assert Address.objects.get().email == "nicolo@altavalle.example"
    box.answer = lambda address: "250 OK"
    assert message().state == DeliveryState.UNREACHABLE
    assert box.mails == []


def test_a_refusal_for_other_reasons_is_no_fault_of_the_address(box: Mailbox) -> None:
    box.answer = lambda address: "554 5.7.1 not from you"
    assert stored(message()).state == DeliveryState.FAILED
    assert not Address.objects.exists()


def test_a_server_that_is_away_stops_the_sweep_and_loses_nothing(settings: Any) -> None:
    with mail_server() as gone:
        mailer = gone.mailer
    settings.MAILERS = {**settings.MAILERS, "default": mailer}
    messages = [message(urgent=True) for _ in range(3)]
    later = DAY + timedelta(days=4000)
    assert deliver_due(now=later) == 0
    rows = [stored(each) for each in messages]
    assert {row.state for row in rows} == {DeliveryState.WAITING}
    assert sorted(row.attempts for row in rows) == [1, 1, 2]


def test_a_message_is_sent_once_however_often_its_job_runs(box: Mailbox) -> None:
    written = message()
    assert deliver(message_id=written.pk, now=DAY) is None
    assert deliver_due(now=DAY + timedelta(days=1)) == 0
    assert len(box.mails) == 1


def test_what_is_being_sent_is_left_alone_until_its_lease_is_over(box: Mailbox) -> None:
    written = message(now=DAY + timedelta(hours=14))  # at night: it waits
    lease = DAY + LEASE
    Message.objects.filter(pk=written.pk).update(
        state=DeliveryState.SENDING, leased_until=lease, attempts=1
    )
    assert deliver(message_id=written.pk, now=lease - timedelta(seconds=1)) is None
    assert deliver(message_id=written.pk, now=lease) is not None
    assert len(box.mails) == 1


def test_a_mail_cut_off_twice_is_not_sent_a_third_time(box: Mailbox) -> None:
    written = message(now=DAY + timedelta(hours=14))
    Message.objects.filter(pk=written.pk).update(
        state=DeliveryState.SENDING, leased_until=DAY, attempts=2, interruptions=1
    )
    assert deliver_due(now=DAY) == 0
    row = stored(written)
    assert (row.state, row.reason) == (DeliveryState.FAILED, "interrupted")
    assert box.mails == []


def test_from_the_sample_company_nothing_reaches_the_mail_server(
    box: Mailbox, settings: Any, tmp_path: Path
) -> None:
    files = "django.core.mail.backends.filebased.EmailBackend"
    folder = {"BACKEND": files, "OPTIONS": {"file_path": str(tmp_path)}}
    settings.MAILERS = {**settings.MAILERS, "folder": folder}
    keep_all()
    written = message(recipient=recipient(email="somebody@real-company.test"))
    assert stored(written).state == DeliveryState.SENT
    assert box.mails == []
    assert mail.outbox == []
    [file] = tmp_path.iterdir()
    assert b"somebody@real-company.test" in file.read_bytes()
    assert stored(written).text  # nobody is real: the words may be read on the page of messages
