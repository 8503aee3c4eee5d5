"""A link in a mail: opening it changes nothing, a POST does one thing, once, for its bearer."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from tests.cast import THEN
from tests.factories.meetings import a_delegate, a_meeting_bond
from tests.factories.relationships import Bond
from viceversa.kernel import clock
from viceversa.kernel.actor import OPERATOR
from viceversa.relationships.actions.delegating import revoke_delegate
from viceversa.relationships.actions.meetings import accept, open_feed, propose, remind, take_off
from viceversa.relationships.models import Meeting, Tap

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def monday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be an hour in which mails ring, whenever the test runs."""
    monkeypatch.setattr(clock, "now", lambda: THEN)


def soon() -> datetime:
    return clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=10)


def proposed(bond: Bond) -> Meeting:
    now = clock.now()
    return propose(member=bond.members[0], starts_at=soon(), minutes=45, now=now)


def links(mail: EmailMessage) -> list[str]:
    return re.findall(r"/t/[\w-]+/", str(mail.body))


def test_yes_from_a_mail(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = proposed(bond)
    yes, _move = links(mailoutbox[-1])
    guest = Client()
    for _scanner in range(3):  # a link scanner follows every link, and pages load twice
        answer = guest.get(yes)
        assert answer.status_code == 302 and answer["Referrer-Policy"] == "no-referrer"
        page = guest.get(answer["Location"])
        assert page.status_code == 200 and yes not in page.content.decode()
        assert "noindex" in page["X-Robots-Tag"]
    meeting.refresh_from_db()
    assert meeting.state == "proposed"
    done = guest.post(answer["Location"])
    assert (done.status_code, done["Location"]) == (302, "/date/done/")
    meeting.refresh_from_db()
    assert meeting.state == "agreed"
    assert guest.get("/date/done/").status_code == 200
    assert guest.get(answer["Location"]).status_code == 404  # used up
    assert guest.get(yes)["Location"] == "/date/closed/"
    assert guest.get("/date/closed/").status_code == 410


def test_a_link_is_for_one_purpose_and_one_browser(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = proposed(bond)
    yes, move = links(mailoutbox[-1])
    guest = Client()
    guest.get(yes)
    here = f"/date/{meeting.public_id}"
    assert guest.get(f"{here}/accept/").status_code == 200
    assert guest.get(f"{here}/move/").status_code == 404
    assert guest.post(f"{here}/held/").status_code == 404
    assert Client().get(f"{here}/accept/").status_code == 404
    assert Client().get("/t/guessed-token/")["Location"] == "/date/closed/"
    guest.get(move)
    other = Meeting.objects.get(pk=meeting.pk)
    other.pk, other.public_id, other.uid = None, "another22222", "another@viceversa"
    other.save()
    assert guest.get("/date/another22222/move/").status_code == 404


def test_move_it_from_a_mail(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = proposed(bond)
    _yes, move = links(mailoutbox[-1])
    guest = Client(headers={"Accept-Language": "en"})
    page = guest.get(move, follow=True)
    [slot, *_rest] = re.findall(r'name="slot" value="([^"]+)"', page.content.decode())
    here = f"/date/{meeting.public_id}/move/"
    assert guest.post(here, {"slot": slot.replace("&#x2B;", "+")}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.moves.count() == 1
    assert guest.post(here, {"slot": slot}).status_code == 404  # the time is another one now


def test_none_of_these_times(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = proposed(bond)
    guest = Client()
    guest.get(links(mailoutbox[-1])[1])
    assert guest.post(f"/date/{meeting.public_id}/move/").status_code == 302
    meeting.refresh_from_db()
    assert meeting.another_time_at is not None


def test_we_met_from_a_mail(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    now = clock.now()
    start = now - timedelta(hours=3)
    meeting = propose(
        member=bond.members[0], starts_at=start, minutes=45, now=now - timedelta(days=9)
    )
    accept(meeting=meeting, member=bond.members[1], now=now - timedelta(days=8))
    assert remind(now=now) == 1
    met = links(mailoutbox[-1])[0]
    guest = Client()
    place = guest.get(met)["Location"]
    assert guest.get(place).status_code == 200
    guest.post(place)
    meeting.refresh_from_db()
    assert meeting.state == "held"


def test_links_end_with_the_meeting_and_with_time(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = proposed(bond)
    yes, move = links(mailoutbox[-1])
    guest = Client()
    place = guest.get(yes)["Location"]
    Tap.objects.filter(purpose="move").update(expires_at=clock.now())
    assert guest.get(move)["Location"] == "/date/closed/"
    take_off(meeting=meeting, member=bond.members[0], now=clock.now())
    assert guest.post(place).status_code == 404


def test_a_delegate_sees_times_and_loses_them_at_once(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    _user, marta, delegation = a_delegate(bond, "delegate")
    proposed(bond)
    mail = mailoutbox[-1]
    assert marta.email in mail.to[0]
    guest = Client(headers={"Accept-Language": "en"})
    place = guest.get(links(mail)[0])["Location"]
    words = guest.get(place).content.decode()
    assert "Dellʼ" not in words and "Nicolò Pavesi" in words
    for hidden in ("ai-assistants", "how-decisions-are-made", "agreement", "notes"):
        assert hidden not in words
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=clock.now())
    assert guest.get(place).status_code == 404 == guest.post(place).status_code


def test_the_private_calendar_is_read_once_a_version() -> None:
    bond = a_meeting_bond()
    proposed(bond)
    path = open_feed(person=bond.members[1].person, actor=OPERATOR, now=clock.now())
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert answer["Referrer-Policy"] == "no-referrer"
    again = Client().get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get("/calendar/guessed.ics").status_code == 404
    assert Client().post(path).status_code == 405
