"""Supervision circles: planned, kept, given back, changed, called off, attended; with calendars."""

from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage

import pytest
import vobject
from django.core import mail

from tests.cast import THEN
from tests.factories.programmes import a_cohort, an_enrolment
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions import supervision as actions
from viceversa.programmes.models import Cohort, Enrolment, Supervision
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.programmes.queries.supervision import coming, listed, seats
from viceversa.programmes.rules.supervision import Plan

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}
STARTS = THEN + timedelta(days=10)
PLAN = Plan(STARTS, 60, "Chiara Lorenzetti", "Milano, sala «Ada»; piano 2", "", 2)


@pytest.fixture
def cohort() -> Cohort:
    return a_cohort()


@pytest.fixture
def mentors(cohort: Cohort) -> list[Enrolment]:
    return [an_enrolment(cohort, "mentor") for _ in range(3)]


@pytest.fixture
def circle(cohort: Cohort, mentors: list[Enrolment]) -> Supervision:
    return actions.plan_supervision(cohort=cohort, plan=PLAN, **WHO)


def entry(sent: EmailMessage) -> vobject.base.Component:
    """Return the calendar entry of a message, read by an independent parser."""
    parts = sent.message().walk()
    text = next(
        p.get_payload(decode=True) for p in parts if p.get_content_type() == "text/calendar"
    )
    return vobject.readOne(text.decode())


def keep(circle: Supervision, place: Enrolment) -> None:
    actions.keep_seat(supervision=circle, enrolment=place, **WHO)


def test_the_mentors_of_the_cohort_are_told_and_nobody_else(
    cohort: Cohort, mentors: list[Enrolment]
) -> None:
    an_enrolment(cohort, "mentee")
    mail.outbox.clear()
    actions.plan_supervision(cohort=cohort, plan=PLAN, **WHO)
    told = sorted(sent.to[0] for sent in mail.outbox)
    assert len(told) == 3
    assert all(any(place.person.email in one for one in told) for place in mentors)


def test_a_seat_comes_with_an_entry_for_the_calendar(
    circle: Supervision, mentors: list[Enrolment]
) -> None:
    mail.outbox.clear()
    keep(circle, mentors[0])
    keep(circle, mentors[0])
    [sent] = mail.outbox
    event = entry(sent)
    assert event.method.value == "REQUEST"
    assert event.vevent.uid.value == circle.uid
    assert event.vevent.dtstart.value == STARTS
    assert event.vevent.location.value == PLAN.place
    [seen] = coming(enrolments_of(mentors[0].person), THEN)
    assert (seen.mine, seen.left) == (True, 1)


def test_the_last_seat_goes_once_and_comes_free_again(
    circle: Supervision, mentors: list[Enrolment]
) -> None:
    keep(circle, mentors[0])
    keep(circle, mentors[1])
    with pytest.raises(actions.UnableToSit, match="All seats are taken"):
        keep(circle, mentors[2])
    mail.outbox.clear()
    actions.give_back(supervision=circle, enrolment=mentors[0], **WHO)
    assert entry(mail.outbox[0]).method.value == "CANCEL"
    keep(circle, mentors[2])
    assert {seat.enrolment_id for seat in seats(circle)} == {mentors[1].pk, mentors[2].pk}


def test_a_mentee_or_a_mentor_of_another_cohort_gets_no_seat(
    cohort: Cohort, circle: Supervision
) -> None:
    for place in (an_enrolment(cohort, "mentee"), an_enrolment(a_cohort("Spring"), "mentor")):
        with pytest.raises(actions.UnableToSit, match="mentors of the cohort"):
            keep(circle, place)


def test_a_change_reaches_calendars_with_the_next_sequence(
    circle: Supervision, mentors: list[Enrolment]
) -> None:
    keep(circle, mentors[0])
    mail.outbox.clear()
    later = replace(PLAN, starts_at=STARTS + timedelta(hours=2))
    actions.change_supervision(supervision=circle, plan=later, **WHO)
    actions.change_supervision(supervision=circle, plan=replace(later, seats=5), **WHO)
    [sent] = mail.outbox  # more seats are no news for whoever has one
    event = entry(sent).vevent
    assert (event.uid.value, event.sequence.value) == (circle.uid, "1")
    assert event.dtstart.value == later.starts_at


def test_called_off_it_leaves_the_calendar_and_the_page(
    circle: Supervision, mentors: list[Enrolment]
) -> None:
    keep(circle, mentors[0])
    mail.outbox.clear()
    actions.call_off(supervision=circle, **WHO)
    [sent] = mail.outbox
    assert entry(sent).method.value == "CANCEL"
    assert coming(enrolments_of(mentors[0].person), THEN) == []
    with pytest.raises(actions.UnableToSupervise):
        actions.change_supervision(supervision=circle, plan=PLAN, **WHO)


def test_attendance_is_written_down_afterwards_and_can_be_corrected(
    cohort: Cohort, circle: Supervision, mentors: list[Enrolment]
) -> None:
    keep(circle, mentors[0])
    keep(circle, mentors[1])
    first, second = seats(circle)
    with pytest.raises(actions.UnableToSupervise, match="after the circle"):
        actions.note_attendance(supervision=circle, present=[first.pk], **WHO)
    after = {"actor": OPERATOR, "now": STARTS + timedelta(hours=2)}
    assert actions.note_attendance(supervision=circle, present=[first.pk], **after) == 1
    assert actions.note_attendance(supervision=circle, present=[second.pk, 0], **after) == 1
    assert [seat.attended for seat in seats(circle)] == [False, True]
    [line] = listed(cohort, after["now"])
    assert (line.state, line.taken) == ("over", 2)


def test_every_fault_of_a_plan_is_told_at_once(cohort: Cohort) -> None:
    with pytest.raises(actions.UnableToSupervise) as refused:
        actions.plan_supervision(cohort=cohort, plan=replace(PLAN, host="", place=""), **WHO)
    assert len([refused.value.message, *refused.value.details]) == 2
    assert not Supervision.objects.exists()
