"""Who looks after dates; the private feed; busy times read from elsewhere."""

from datetime import timedelta

import icalendar
import pytest

from tests.cast import THEN
from tests.factories.meetings import MONDAY, a_delegate, a_meeting_bond, agreed
from tests.factories.programmes import a_person
from viceversa.access.policies.delegates import delegations_of, seat_at_dates
from viceversa.integrations.calendars import Answer
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.models import Message
from viceversa.people.choices import PersonStatus
from viceversa.relationships.actions.delegating import (
    UnableToDelegate,
    name_delegate,
    revoke_delegate,
)
from viceversa.relationships.actions.meetings import (
    UnableToSubscribe,
    close_feed,
    open_feed,
    read_feed,
    subscribe,
    take_off,
    unsubscribe,
)
from viceversa.relationships.actions.meetings.telling import organiser
from viceversa.relationships.models import BusyTime, Delegation, FeedAddress, Meeting, Tap
from viceversa.relationships.queries.meetings import block
from viceversa.relationships.queries.meetings.feeds import (
    feed_of,
    owner_of,
    subscription,
    subscriptions,
)

pytestmark = pytest.mark.django_db


def test_a_delegate_handles_the_dates_until_removed() -> None:
    bond, other = a_meeting_bond(), a_meeting_bond()
    user, _marta, delegation = a_delegate(bond)
    [seat] = delegations_of(user)
    assert (seat.member, seat.delegated) == (bond.members[1], True)
    assert seat_at_dates(user, bond.relationship.public_id) == seat
    assert seat_at_dates(user, other.relationship.public_id) is None
    agreed(bond)
    assert Tap.objects.filter(delegation=delegation, revoked_at=None).exists()
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=THEN)
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=THEN)
    assert delegations_of(user) == [] and seat_at_dates(user, bond.relationship.public_id) is None
    assert not Tap.objects.filter(delegation=delegation, revoked_at=None).exists()
    assert Message.objects.filter(kind="delegate-ended").count() == 1


def test_a_new_delegate_takes_over_from_the_former() -> None:
    bond = a_meeting_bond()
    _user, _marta, former = a_delegate(bond)
    principal = bond.members[1].person
    other = a_person("Carla Rosi", level=1)
    name_delegate(principal=principal, email=other.email, mail="both", actor=OPERATOR, now=THEN)
    former.refresh_from_db()
    assert former.revoked_at == THEN
    assert Delegation.objects.filter(revoked_at=None).count() == 1


def test_who_has_left_looks_after_nothing() -> None:
    bond = a_meeting_bond()
    user, marta, _delegation = a_delegate(bond, "delegate")
    marta.status = PersonStatus.LEFT
    marta.save()
    assert delegations_of(user) == []
    Message.objects.all().delete()
    agreed(bond)
    mails = set(Message.objects.values_list("email", flat=True))
    assert mails == {member.person.email for member in bond.members}


def test_who_may_not_be_named() -> None:
    bond = a_meeting_bond()
    mentor, mentee = (member.person for member in bond.members)
    for principal, email, words in (
        (mentee, "nobody@altavalle.example", "address"),
        (mentee, mentee.email, "your own dates"),
        (mentee, mentor.email, "meets you here"),
        (mentor, a_person("Carla Rosi").email, "Only a mentee"),
    ):
        with pytest.raises(UnableToDelegate, match=words):
            name_delegate(principal=principal, email=email, mail="both", actor=OPERATOR, now=THEN)
    assert not Delegation.objects.exists()


def test_the_private_feed_holds_ones_own_meetings() -> None:
    bond, other = a_meeting_bond(), a_meeting_bond()
    meeting = agreed(bond)
    agreed(other)
    person = bond.members[1].person
    path = open_feed(person=person, actor=OPERATOR, now=THEN)
    token = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(token) >= 40 and owner_of(token) == person
    assert not FeedAddress.objects.filter(digest=token).exists()  # only a digest is kept
    content, etag = feed_of(person, organiser(), THEN)
    again, same = feed_of(person, organiser(), THEN + timedelta(hours=1))
    assert (content, etag) == (again, same)
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(event["UID"]) == meeting.uid and "ATTENDEE" not in event
    take_off(meeting=meeting, member=bond.members[0], now=THEN)
    assert feed_of(person, organiser(), THEN)[1] != etag
    fresh = open_feed(person=person, actor=OPERATOR, now=THEN)
    assert fresh != path and owner_of(token) is None  # the former address ends
    assert close_feed(person=person, actor=OPERATOR, now=THEN)
    assert owner_of(fresh.removeprefix("/calendar/").removesuffix(".ics")) is None
    assert not close_feed(person=person, actor=OPERATOR, now=THEN)


def test_a_delegate_s_feed_holds_the_dates_they_look_after_and_only_while_they_do() -> None:
    bond, other = a_meeting_bond(), a_meeting_bond()
    meeting = agreed(bond)
    agreed(other)
    Meeting.objects.update(place="Room 4", video_url="https://video.example/secret")
    _user, marta, delegation = a_delegate(bond)
    content, etag = feed_of(marta, organiser(), THEN)
    [event] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(event["UID"]) == meeting.uid
    assert all(member.person.name in str(event["SUMMARY"]) for member in bond.members)
    for word in (b"Room 4", b"video.example", b"/together/"):
        assert word not in content
    revoke_delegate(delegation=delegation, actor=OPERATOR, now=THEN)
    content, fresh = feed_of(marta, organiser(), THEN)
    assert icalendar.Calendar.from_ical(content).walk("VEVENT") == [] and fresh != etag


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1@x\r\n"
    b"DTSTAMP:20260901T000000Z\r\nSUMMARY:Board, secret\r\nDTSTART:20260908T060000Z\r\n"
    b"DTEND:20260911T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_busy_times_leave_the_free_ones_and_nothing_else_is_kept() -> None:
    bond = a_meeting_bond()
    person = bond.members[1].person
    before = [slot.starts_at for slot in block(bond.members[0], THEN).slots]
    feed = subscribe(
        person=person, address="webcal://calendar.example/a.ics", actor=OPERATOR, now=THEN
    )
    assert feed.address == "https://calendar.example/a.ics"
    read_feed(feed=feed, now=THEN, answer=Answer("read", CALENDAR, '"v1"'))
    after = [slot.starts_at for slot in block(bond.members[0], THEN).slots]
    assert before[0] < MONDAY - timedelta(days=3) <= after[0]
    [busy] = BusyTime.objects.all()
    assert not any("secret" in str(value) for value in vars(busy).values())
    feed.refresh_from_db()
    assert (feed.result, feed.etag, feed.read_at) == ("read", '"v1"', THEN)


def test_what_cannot_be_read_leaves_what_is_known() -> None:
    bond = a_meeting_bond()
    person = bond.members[1].person
    feed = subscribe(person=person, address="https://c.example/a", actor=OPERATOR, now=THEN)
    read_feed(feed=feed, now=THEN, answer=Answer("read", CALENDAR))
    for answer, result in (
        (Answer("unchanged"), "read"),
        (Answer("unreachable"), "unreachable"),
        (Answer("refused"), "refused"),
        (Answer("too-large"), "too-large"),
        (Answer("read", b"<html>"), "unreadable"),
    ):
        assert read_feed(feed=feed, now=THEN, answer=answer) == result
        assert BusyTime.objects.count() == 1
    [shown] = subscriptions(person)
    assert (shown.server, shown.fine, shown.busy) == ("c.example", False, 1)
    assert subscription(bond.members[0].person, feed.public_id) is None
    unsubscribe(feed=feed, actor=OPERATOR, now=THEN)
    assert not BusyTime.objects.exists()


def test_addresses_inside_a_network_are_refused_at_once() -> None:
    person = a_person()
    for address in (
        "https://127.0.0.1/a.ics",
        "http://calendar.example/a",
        "https://u:p@c.example",
    ):
        with pytest.raises(UnableToSubscribe):
            subscribe(person=person, address=address, actor=OPERATOR, now=THEN)
    for number in range(5):
        address = f"https://c.example/{number}"
        subscribe(person=person, address=address, actor=OPERATOR, now=THEN)
    with pytest.raises(UnableToSubscribe, match="Five"):
        subscribe(person=person, address="https://c.example/6", actor=OPERATOR, now=THEN)
