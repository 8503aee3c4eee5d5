"""Pauses: of a relationship, back where it was; of a place, until a day."""

from datetime import timedelta

import pytest

from tests.cast import THEN
from tests.factories.endings import LATER, active, closing, fresh
from tests.factories.programmes import a_cohort, an_enrolment
from tests.factories.relationships import a_bond
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.choices import Kind
from viceversa.notifications.models import Message
from viceversa.programmes.actions import profile
from viceversa.programmes.models import Pause
from viceversa.relationships.actions.closing import UnableToRest, daily, pause, resume
from viceversa.relationships.actions.meetings import UnableToMeet, propose
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Relationship, Rest

pytestmark = pytest.mark.django_db
TODAY = LATER.date()
BACK = TODAY + timedelta(days=28)


def test_the_other_is_told_the_day_and_meetings_leave_the_calendar() -> None:
    bond = active()
    one, two = fresh(bond)
    propose(member=one, starts_at=LATER + timedelta(days=3), minutes=45, now=LATER)
    lines = Line.objects.count()
    pause(member=one, until=BACK, today=TODAY, now=LATER)
    assert Relationship.objects.get().state == "paused"
    assert Meeting.objects.get().state == MeetingState.CANCELLED
    [told] = Message.objects.filter(kind=Kind.CLOSING_PAUSED)
    assert told.recipient_key == f"person:{two.person.public_id}"
    assert {line.actor_user for line in Line.objects.all()[lines:]} == {None}
    with pytest.raises(UnableToMeet):
        propose(member=fresh(bond)[0], starts_at=BACK_AT, minutes=45, now=LATER)


BACK_AT = LATER + timedelta(days=30)


@pytest.mark.parametrize("former", ["opened", "active"])
def test_the_job_brings_it_back_where_it_was(former: str) -> None:
    bond = a_bond() if former == "opened" else active()
    pause(member=fresh(bond)[0], until=BACK, today=TODAY, now=LATER)
    assert daily(now=LATER + timedelta(days=27)).resumed == 0
    assert daily(now=LATER + timedelta(days=28)).resumed == 1
    assert Relationship.objects.get().state == former
    assert not Rest.objects.exists()
    assert Message.objects.filter(kind=Kind.CLOSING_PAUSED).count() == 3  # one, then both


def test_what_was_signed_in_the_pause_counts() -> None:
    bond = a_bond()
    bond.begin()
    pause(member=bond.members[0], until=BACK, today=TODAY, now=LATER)
    bond.sign(0, LATER)
    bond.sign(1, LATER)
    resume(relationship=bond.relationship, member=bond.members[1], now=LATER)
    resume(relationship=bond.relationship, member=bond.members[1], now=LATER)
    assert Relationship.objects.get().state == "agreed"


def test_no_planned_end_begins_while_it_pauses() -> None:
    bond = active()
    until = bond.relationship.cohort.ends_on
    day = THEN.replace(year=until.year, month=until.month, day=until.day)
    start = day - timedelta(days=25)
    pause(member=fresh(bond)[0], until=until, today=start.date(), now=start)
    assert daily(now=day - timedelta(days=1)).begun == 0
    assert daily(now=day).begun == 1


def test_a_pause_needs_a_day_ahead_and_something_to_pause() -> None:
    bond = active()
    member = fresh(bond)[0]
    for until in (TODAY, TODAY + timedelta(days=400)):
        with pytest.raises(UnableToRest):
            pause(member=member, until=until, today=TODAY, now=LATER)
    with pytest.raises(UnableToRest):
        pause(member=closing().members[0], until=BACK, today=TODAY, now=LATER)


def test_a_place_pauses_until_a_day() -> None:
    enrolment = an_enrolment(a_cohort())
    profile.pause(enrolment=enrolment, until=BACK, actor=OPERATOR, now=LATER)
    profile.pause(enrolment=enrolment, until=BACK + timedelta(days=1), actor=OPERATOR, now=LATER)
    assert daily(now=LATER + timedelta(days=28)).back == 0
    assert daily(now=LATER + timedelta(days=29)).back == 1
    assert not Pause.objects.exists()
    with pytest.raises(profile.UnableToTakePart):
        profile.pause(enrolment=enrolment, until=TODAY, actor=OPERATOR, now=LATER)
