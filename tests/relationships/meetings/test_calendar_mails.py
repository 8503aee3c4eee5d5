"""What leaves over SMTP: mails whose calendar parts two independent readers understand."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from tests.cast import THEN
from tests.factories.meetings import MONDAY, a_delegate, a_meeting_bond, agreed
from tests.notifications.smtp import Mailbox, mail_server
from viceversa.relationships.actions.meetings import (
    accept,
    accept_series,
    end_series,
    move,
    propose,
    propose_series,
    take_off,
)

pytestmark = pytest.mark.django_db
ROME = ZoneInfo("Europe/Rome")


def events(mail: EmailMessage, method: str) -> list[Any]:
    """Return the events of a mail as both readers see them; the second one's."""
    assert mail.get_content_type() in ("multipart/mixed", "multipart/alternative")
    [part] = [p for p in mail.walk() if p.get_content_type() == "text/calendar"]
    assert part.get_param("method") == method
    text = part.get_content()
    first = icalendar.Calendar.from_ical(text)
    assert str(first["METHOD"]) == method and not first.get_missing_tzids()
    second = vobject.readOne(text)
    assert second.method.value == method
    ours = [str(event["UID"]) for event in first.walk("VEVENT")]
    assert [event.uid.value for event in second.vevent_list] == ours
    alternatives = [p.get_content_type() for p in mail.walk() if not p.is_multipart()]
    assert alternatives[:3] == ["text/plain", "text/html", "text/calendar"]
    return list(second.vevent_list)


def moment(event: Any) -> datetime:
    found: datetime = event.dtstart.value
    return found.astimezone(UTC)


def sent(box: Mailbox, name: str) -> list[EmailMessage]:
    """Return the mails to a first name, in their order."""
    return [mail for mail in box.mails if str(mail["To"]).lstrip('"').startswith(name)]


def plain(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.fixture
def box(settings: Any) -> Any:
    with mail_server() as found:
        settings.MAILERS = {**settings.MAILERS, "default": found.mailer}
        yield found


def test_request_update_and_cancellation_are_one_event(box: Mailbox) -> None:
    bond = a_meeting_bond()
    hostile = "Sala; Adda, 2\r\nEND:VEVENT"
    meeting = propose(member=bond.members[1], starts_at=MONDAY, minutes=45, place=hostile, now=THEN)
    agreed_one = agreed_by_all(bond, meeting)
    moved = move(
        meeting=agreed_one, member=bond.members[0], to=MONDAY + timedelta(hours=1), now=THEN
    )
    take_off(meeting=moved, member=bond.members[1], now=THEN)
    asked, yes, later, off = sent(box, "Nicol")
    [tentative] = events(asked, "REQUEST")
    [confirmed] = events(yes, "REQUEST")
    [elsewhere] = events(later, "REQUEST")
    [gone] = events(off, "CANCEL")
    four = (tentative, confirmed, elsewhere, gone)
    assert len({event.uid.value for event in four}) == 1
    assert [event.sequence.value for event in four] == ["0", "1", "2", "3"]
    assert [event.status.value for event in four] == [
        "TENTATIVE",
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert moment(confirmed) == MONDAY and moment(elsewhere) == MONDAY + timedelta(hours=1)
    assert confirmed.dtstart.value.strftime("%H:%M") == "10:00"  # in Rome
    assert confirmed.location.value.split() == hostile.split()
    assert confirmed.organizer.value == "mailto:viceversa@127.0.0.1"
    people = {a.value: a.params["PARTSTAT"] for a in confirmed.attendee_list}
    assert people == {f"mailto:{m.person.email}": ["ACCEPTED"] for m in bond.members}
    # Of a time not agreed yet no calendar shows who has said yes: it would show who moved it.
    assert {tuple(a.params["PARTSTAT"]) for a in tentative.attendee_list} == {("NEEDS-ACTION",)}


def agreed_by_all(bond: Any, meeting: Any) -> Any:
    for member in bond.members:
        meeting = accept(meeting=meeting, member=member, now=THEN)
    return meeting


def test_a_series_is_one_repeating_event_with_exceptions(box: Mailbox) -> None:
    bond = a_meeting_bond()
    series = propose_series(
        member=bond.members[0],
        first_on=MONDAY.date(),
        at_minute=600,
        zone=ROME,
        every_weeks=2,
        count=5,
        minutes=45,
        now=THEN,
    )
    assert accept_series(series=series, member=bond.members[1], now=THEN) == 5
    third, fourth = list(series.meetings.select_related("relationship"))[2:4]
    move(meeting=third, member=bond.members[0], to=third.starts_at + timedelta(days=1), now=THEN)
    take_off(meeting=fourth, member=bond.members[0], now=THEN)
    assert end_series(series=series, member=bond.members[1], now=MONDAY) == 3
    asked, yes, moved, off, rest = sent(box, "Francesca")
    [first] = events(asked, "REQUEST")
    [master] = events(yes, "REQUEST")
    assert (first.sequence.value, master.sequence.value) == ("0", "1")
    starts = list(master.rruleset)
    # The clocks go back on 25 October: ten in the morning all the same.
    assert [f"{s:%d.%m. %H:%M}" for s in starts] == [
        "14.09. 10:00",
        "28.09. 10:00",
        "12.10. 10:00",
        "26.10. 10:00",
        "09.11. 10:00",
    ]
    assert [s.utcoffset() for s in starts][2:4] == [timedelta(hours=2), timedelta(hours=1)]
    [exception] = events(moved, "REQUEST")
    assert exception.uid.value == master.uid.value
    assert exception.recurrence_id.value.astimezone(UTC) == third.starts_at
    assert moment(exception) == third.starts_at + timedelta(days=1)
    [single] = events(off, "CANCEL")
    assert single.recurrence_id.value.astimezone(UTC) == fourth.starts_at
    ended = events(rest, "CANCEL")
    assert len(ended) == 3 and {e.uid.value for e in ended} == {master.uid.value}


def test_a_delegate_gets_it_beside_or_instead(box: Mailbox) -> None:
    bond = a_meeting_bond()
    _user, marta, delegation = a_delegate(bond, "both")
    agreed(bond)
    named, asked, copy = sent(box, "Marta")
    assert "/dates/" in plain(named)
    events(asked, "REQUEST")
    [event] = events(copy, "REQUEST")
    roles = {a.value: a.params["ROLE"] for a in event.attendee_list}
    assert roles[f"mailto:{marta.email}"] == ["NON-PARTICIPANT"]
    assert len(sent(box, "Francesca")) == 2
    delegation.mail = "delegate"
    delegation.save()
    agreed(bond, MONDAY + timedelta(days=1))
    assert (len(sent(box, "Francesca")), len(sent(box, "Marta"))) == (2, 5)
    words = plain(sent(box, "Marta")[-1])
    assert "Francesca" in words and "/t/" in words
