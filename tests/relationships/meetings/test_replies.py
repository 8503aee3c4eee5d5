"""What calendars answer: only members and their delegates, only about the time that stands."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.cast import THEN
from tests.factories.meetings import MONDAY, a_delegate, a_meeting_bond, agreed
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.ops import cli
from viceversa.relationships.actions.delegating import revoke_delegate
from viceversa.relationships.actions.meetings import move, propose, propose_series, take_reply

pytestmark = pytest.mark.django_db


def reply(
    uid: str, email: str, answer: str = "ACCEPTED", sequence: int = 0, at: datetime | None = None
) -> bytes:
    """Return the mail a calendar sends back."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = email, "viceversa@altavalle.example", "Re"
    mail.set_content("See the calendar.")
    occurrence = f"RECURRENCE-ID:{at:%Y%m%dT%H%M%SZ}\r\n" if at else ""
    mail.add_alternative(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:20260907T093000Z\r\n{occurrence}"
        f"ATTENDEE;PARTSTAT={answer}:mailto:{email}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        subtype="calendar",
        params={"method": "REPLY"},
    )
    return mail.as_bytes()


def outcomes(content: bytes) -> list[str]:
    return [taken.outcome for taken in take_reply(content=content, now=THEN)]


def test_a_yes_from_the_calendar_agrees() -> None:
    bond = a_meeting_bond()
    mentor, mentee = bond.members
    meeting = propose(member=mentor, starts_at=MONDAY, minutes=45, now=THEN)
    yes = reply(meeting.uid, mentee.person.email.upper())
    assert outcomes(yes) == ["accepted"]
    meeting.refresh_from_db()
    assert meeting.state == "agreed"
    assert outcomes(yes) == ["ignored"]  # the time has been settled since: nothing to say yes to


def test_a_no_asks_for_another_time() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    no = reply(meeting.uid, bond.members[0].person.email, "DECLINED", sequence=1)
    assert outcomes(no) == ["another"]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.another_time_at) == ("proposed", THEN)


def test_an_answer_to_a_time_that_has_moved_is_left_alone() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    move(meeting=meeting, member=bond.members[0], to=MONDAY + timedelta(hours=9), now=THEN)
    late = reply(meeting.uid, bond.members[1].person.email, sequence=1)
    assert outcomes(late) == ["ignored"]
    meeting.refresh_from_db()
    assert meeting.state == "proposed"


def test_strangers_and_unknown_meetings_answer_nothing() -> None:
    bond, other = a_meeting_bond(), a_meeting_bond()
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    for content in (
        reply(meeting.uid, other.members[1].person.email),
        reply(meeting.uid, "someone@evil.example"),
        reply("guessed@viceversa", bond.members[1].person.email),
    ):
        assert outcomes(content) == []
    meeting.refresh_from_db()
    assert meeting.state == "proposed"


def test_a_delegate_answers_until_removed() -> None:
    bond = a_meeting_bond()
    _user, marta, delegation = a_delegate(bond)
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    assert outcomes(reply(meeting.uid, marta.email)) == ["accepted"]
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=THEN)
    assert outcomes(reply(meeting.uid, marta.email, "DECLINED", 1)) == []


def test_a_series_is_answered_as_a_whole_or_one_by_one() -> None:
    bond = a_meeting_bond()
    series = propose_series(
        member=bond.members[0],
        first_on=MONDAY.date(),
        at_minute=600,
        zone=ZoneInfo("Europe/Rome"),
        every_weeks=1,
        count=3,
        minutes=45,
        now=THEN,
    )
    mentee = bond.members[1].person.email
    second = MONDAY + timedelta(weeks=1)
    assert outcomes(reply(series.uid, mentee, "DECLINED", at=second)) == ["another"]
    assert outcomes(reply(series.uid, mentee)) == ["accepted"]
    states = [m.state for m in series.meetings.order_by("starts_at")]
    assert states == ["agreed", "proposed", "agreed"]  # the second waits for another time


def test_the_command_reads_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bond = a_meeting_bond()
    start = clock.now() + timedelta(days=7)
    meeting = propose(member=bond.members[0], starts_at=start, minutes=45, now=clock.now())
    (tmp_path / "1").write_bytes(reply(meeting.uid, bond.members[1].person.email))
    (tmp_path / "2").write_bytes(b"From: x@y.example\r\n\r\nhello")
    assert cli.main(["replies", str(tmp_path)]) == 0
    assert "2 mails read, 1 answers found." in capsys.readouterr().out
    meeting.refresh_from_db()
    assert meeting.state == "agreed"
