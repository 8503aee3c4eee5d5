"""Series are agreed together; reminders come once, to whom they concern."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.mail import EmailMessage

from tests.cast import THEN
from tests.factories.meetings import MONDAY, a_meeting_bond, agreed
from viceversa.notifications.models import Message
from viceversa.relationships.actions.closing.leaving import leave
from viceversa.relationships.actions.meetings import (
    UnableToMeet,
    accept,
    accept_series,
    confirm_held,
    move,
    place_meetings,
    propose,
    propose_series,
    remind,
)
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Meeting, Member
from viceversa.relationships.queries.meetings import block

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def kinds() -> list[str]:
    return sorted(Message.objects.values_list("kind", flat=True))


def a_series(member: Member, count: int = 3, weeks: int = 4) -> list[Meeting]:
    series = propose_series(
        member=member,
        first_on=MONDAY.date(),
        at_minute=600,
        zone=ZoneInfo("Europe/Rome"),
        every_weeks=weeks,
        count=count,
        minutes=45,
        now=THEN,
    )
    return list(series.meetings.select_related("series", "relationship"))


def test_one_mail_and_one_yes_for_all_of_a_series() -> None:
    bond = a_meeting_bond()
    rows = a_series(bond.members[0])
    assert kinds() == ["meeting-proposed"]
    [shown] = block(bond.members[1], THEN).series
    assert (shown.left, shown.asks_me) == (3, True)
    assert rows[0].series is not None
    assert accept_series(series=rows[0].series, member=bond.members[1], now=THEN) == 3
    assert kinds().count("meeting-agreed") == 2
    assert accept_series(series=rows[0].series, member=bond.members[1], now=THEN) == 0


def test_all_of_a_series_or_none_of_it() -> None:
    bond = a_meeting_bond()
    agreed(bond, MONDAY + timedelta(weeks=4))
    with pytest.raises(UnableToMeet, match="another meeting"):
        a_series(bond.members[0])
    assert Meeting.objects.count() == 1
    for weeks, count in ((0, 3), (13, 3), (1, 1), (1, 27)):
        with pytest.raises(UnableToMeet):
            a_series(bond.members[0], count, weeks)


def test_what_was_moved_is_answered_by_itself() -> None:
    bond = a_meeting_bond()
    rows = a_series(bond.members[0])
    move(meeting=rows[1], member=bond.members[0], to=rows[1].starts_at + DAY, now=THEN)
    assert rows[0].series is not None
    assert accept_series(series=rows[0].series, member=bond.members[1], now=THEN) == 2
    rows[1].refresh_from_db()
    assert rows[1].state == "proposed"


def test_the_day_before_and_afterwards_once(mailoutbox: list[EmailMessage]) -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    Message.objects.all().delete()
    assert remind(now=MONDAY - timedelta(days=3)) == 0
    assert remind(now=MONDAY - timedelta(hours=20)) == 1
    assert remind(now=MONDAY - timedelta(hours=19)) == 0
    assert kinds() == ["meeting-reminder"] * 2
    assert remind(now=MONDAY + timedelta(minutes=30)) == 0  # they are still sitting together
    assert remind(now=MONDAY + timedelta(hours=2)) == 1
    assert remind(now=MONDAY + timedelta(hours=3)) == 0
    assert kinds() == ["meeting-confirm"] * 2 + ["meeting-reminder"] * 2
    assert mailoutbox[-1].body.count("/t/") == 2  # “We met”, “Move it”
    confirm_held(meeting=meeting, member=bond.members[0], now=MONDAY + DAY)
    assert remind(now=MONDAY + DAY) == 0


def test_a_moved_meeting_is_reminded_of_anew() -> None:
    bond = a_meeting_bond()
    meeting = agreed(bond)
    remind(now=MONDAY - timedelta(hours=20))
    move(meeting=meeting, member=bond.members[0], to=MONDAY + 2 * DAY, now=MONDAY - DAY / 2)
    assert remind(now=MONDAY + DAY + timedelta(hours=1)) == 1


def test_the_first_word_is_asked_of_the_mentee_once() -> None:
    bond = a_meeting_bond(state=None)
    assert remind(now=THEN + 6 * DAY) == 0
    assert remind(now=THEN + 8 * DAY) == 1
    assert remind(now=THEN + 9 * DAY) == 0
    [mail] = Message.objects.all()
    assert (mail.kind, mail.email) == ("meeting-first", bond.members[1].person.email)
    quiet = a_meeting_bond(state=None)
    propose(member=quiet.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    assert remind(now=THEN + 8 * DAY) == 0


def test_nothing_is_said_while_paused() -> None:
    bond = a_meeting_bond()
    agreed(bond)
    bond.relationship.state = RelationshipState.PAUSED
    bond.relationship.save()
    assert remind(now=MONDAY - timedelta(hours=20)) == 0
    assert remind(now=MONDAY + timedelta(hours=5)) == 0


def test_who_leaves_a_circle_takes_the_meetings_out_of_their_calendar_alone() -> None:
    bond = a_meeting_bond(2, 2, circle=True)
    first, *others = bond.members
    meeting = propose(member=others[0], starts_at=MONDAY, minutes=60, now=THEN)
    for member in others[1:]:
        accept(meeting=meeting, member=member, now=THEN)
    Message.objects.all().delete()
    leave(member=first, relationship=first.relationship, now=THEN)
    meeting.refresh_from_db()
    assert meeting.state == "agreed"  # it had waited for one yes, which is no longer wanted
    to = list(Message.objects.filter(kind="meeting-cancelled").values_list("email", flat=True))
    assert to == [first.person.email]
    assert kinds() == ["meeting-agreed"] * 3 + ["meeting-cancelled"]


def test_the_usual_place_and_video_link_of_a_pair() -> None:
    bond = a_meeting_bond()
    place_meetings(
        member=bond.members[0], video="https://video.example/{id}", place="Sala  Adda", now=THEN
    )
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    assert meeting.place == "Sala Adda"
    assert meeting.video_url == f"https://video.example/{meeting.public_id}"
    for wrong in ("http://video.example/{id}", "https://video.example/{x}", "javascript:alert(1)"):
        with pytest.raises(UnableToMeet):
            place_meetings(member=bond.members[0], video=wrong, place="", now=THEN)


def test_a_time_nobody_answered_goes_without_a_word() -> None:
    bond = a_meeting_bond()
    meeting = propose(member=bond.members[0], starts_at=MONDAY, minutes=45, now=THEN)
    Message.objects.all().delete()
    remind(now=MONDAY + DAY)
    assert block(bond.members[1], MONDAY + DAY).to_confirm[0].meeting == meeting
    remind(now=MONDAY + 3 * DAY)
    meeting.refresh_from_db()
    assert (meeting.state, meeting.moves.count(), Message.objects.count()) == ("cancelled", 0, 0)
    shown = block(bond.members[1], MONDAY + 3 * DAY)
    assert (shown.next, shown.to_confirm, shown.rows) == (None, [], [])
