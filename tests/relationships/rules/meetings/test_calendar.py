"""What we write is read back the same by two independent readers, whatever people typed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import vobject
from hypothesis import given
from hypothesis import strategies as st

from viceversa.notifications.rules.icalendar import Entry, Repeats, Someone, write
from viceversa.relationships.rules.meetings.replies import read

NICOLO = "nicolo@altavalle.example"
ROME = ZoneInfo("Europe/Rome")
ENTRY = Entry(
    uid="7k2m@viceversa",
    sequence=3,
    starts_at=datetime(2026, 10, 13, 15, tzinfo=UTC),
    minutes=45,
    zone=ROME,
    title="Nicolò Pavesi and Francesca Dell’Orto",
    text="Confirm or move it",
    place="Sala Adda",
    link="https://meet.example/7k2m",
    status="CONFIRMED",
    stamp=datetime(2026, 9, 7, 9, 30, tzinfo=UTC),
    organiser=Someone("Viceversa", "viceversa@altavalle.example"),
    attendees=(
        Someone("Nicolò Pavesi", "nicolo@altavalle.example", "ACCEPTED"),
        Someone("Marta Bellini", "marta@altavalle.example", copy=True),
    ),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)


def rewritten(**changes: object) -> str:
    return write("REQUEST", [replace(ENTRY, **changes)]).decode()


@given(WORDS, WORDS, WORDS)
def test_nothing_people_type_ends_its_field(title: str, place: str, name: str) -> None:
    hostile = Someone(f"{name}\r\nATTENDEE:mailto:x@evil.example", "a@altavalle.example")
    text = rewritten(
        title=f"{title}\r\nBEGIN:VEVENT", place=f"{place};X=1,2\n", attendees=(hostile,)
    )
    event = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(event) == 1 and "DTEND" in event[0]
    assert str(event[0]["LOCATION"]).split() == f"{place};X=1,2".split()
    assert str(event[0]["ATTENDEE"]) == "mailto:a@altavalle.example"


def test_the_second_reader_agrees() -> None:
    text = rewritten(repeats=Repeats(2, 4, (datetime(2026, 10, 27, 16, tzinfo=UTC),)))
    event = vobject.readOne(text).vevent
    starts = list(event.rruleset)
    # Clocks go back on 25 October: five in the afternoon stays five in the afternoon.
    assert [f"{moment:%d.%m. %H:%M}" for moment in starts] == [
        "13.10. 17:00",
        "10.11. 17:00",
        "24.11. 17:00",
    ]
    offsets = [moment.utcoffset() for moment in starts]
    assert offsets == [timedelta(hours=2), timedelta(hours=1), timedelta(hours=1)]
    assert event.sequence.value == "3" and event.uid.value == "7k2m@viceversa"
    assert event.organizer.value == "mailto:viceversa@altavalle.example"
    assert [a.params["ROLE"] for a in event.attendee_list] == [
        ["REQ-PARTICIPANT"],
        ["NON-PARTICIPANT"],
    ]
    assert event.contents["class"][0].value == "PRIVATE"


def test_one_meeting_of_a_series_names_the_place_it_had() -> None:
    event = vobject.readOne(rewritten(replaces=datetime(2026, 10, 27, 16, tzinfo=UTC))).vevent
    assert event.recurrence_id.value.astimezone(UTC) == datetime(2026, 10, 27, 16, tzinfo=UTC)


def answer(
    status: str, *, sender: str = "nicolo@altavalle.example", method: str = "REPLY"
) -> bytes:
    calendar = (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:{method}\r\nBEGIN:VEVENT\r\n"
        "UID:7k2m@viceversa\r\nSEQUENCE:3\r\nDTSTAMP:20261001T080000Z\r\n"
        "DTSTART:20261013T150000Z\r\n"
        f"ATTENDEE;CN=N;PARTSTAT={status}:MAILTO:Nicolo@altavalle.example\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    return (
        f"From: Nicolò <{sender}>\r\nTo: viceversa@altavalle.example\r\nSubject: Re\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nok\r\n--b\r\n"
        f"Content-Type: text/calendar; method={method}; charset=utf-8\r\n\r\n{calendar}"
        "\r\n--b--\r\n"
    ).encode()


def test_a_reply_says_who_answers_what() -> None:
    [reply] = read(answer("ACCEPTED"))
    assert (reply.uid, reply.email, reply.answer, reply.sequence, reply.occurrence) == (
        "7k2m@viceversa",
        "nicolo@altavalle.example",
        "yes",
        3,
        None,
    )
    assert [r.answer for r in read(answer("DECLINED"))] == ["another"]
    assert [r.answer for r in read(answer("ACCEPTED", method="COUNTER"))] == ["another"]


def test_other_mails_are_no_reply() -> None:
    assert read(answer("TENTATIVE")) == []
    assert read(answer("ACCEPTED", method="REQUEST")) == []
    assert read(answer("ACCEPTED", sender="someone@evil.example")) == []
    assert read(b"From: a@b.example\r\n\r\nhello") == [] == read(b"")


@given(st.binary(max_size=400))
def test_no_mail_breaks_the_reader(content: bytes) -> None:
    head = b"From: a@b.example\r\nContent-Type: text/calendar\r\n\r\n"
    assert read(head + content) == []
    calendar = b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
    assert read(head + calendar + content) == []
