"""The briefing: resumable, completed once, seen by coordinators as yes or no, reminded of once."""

from datetime import timedelta

import pytest
from django.core import mail

from tests.cast import THEN
from tests.factories.learning import a_learning_pair, place_of
from tests.factories.meetings import MONDAY, a_meeting_bond, agreed
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.programmes.actions.briefing import UnableToBrief, read_chapters
from viceversa.programmes.actions.enrolments import withdraw
from viceversa.programmes.models import Briefing, Enrolment
from viceversa.programmes.queries.briefing import briefed, course_of
from viceversa.programmes.rules.briefing import codes
from viceversa.relationships.actions.preparing import remind_of_briefing

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}


def test_it_goes_on_where_one_stopped_and_is_completed_once() -> None:
    place = place_of(a_learning_pair(), 0)
    first, *rest = codes("mentor")
    read_chapters(enrolment=place, chapters=[first], **WHO)
    course = course_of(place, "en")
    assert [chapter.code for chapter in course.left] == rest
    assert briefed([place]) == set()
    read_chapters(enrolment=place, chapters=rest, **WHO)
    read_chapters(enrolment=place, chapters=rest, **WHO)
    assert course_of(place, "it").completed_on == THEN.date()
    assert briefed([place]) == {place.pk}
    assert Line.objects.filter(verb="briefing.completed").count() == 1


def test_a_chapter_of_the_other_role_is_refused() -> None:
    place = place_of(a_learning_pair(), 0)
    with pytest.raises(UnableToBrief):
        read_chapters(enrolment=place, chapters=["silence"], **WHO)
    assert not Briefing.objects.exists()


def test_who_gave_up_the_place_has_nothing_to_prepare() -> None:
    place = withdraw(enrolment=place_of(a_learning_pair(), 0), **WHO)
    with pytest.raises(UnableToBrief):
        read_chapters(enrolment=place, chapters=codes("mentor"), **WHO)


def test_who_meets_soon_and_has_not_read_it_is_reminded_once() -> None:
    bond = a_meeting_bond()
    agreed(bond, MONDAY)
    mentor, mentee = Enrolment.objects.order_by("-role")
    read_chapters(enrolment=mentor, chapters=codes("mentor"), **WHO)
    soon = MONDAY - timedelta(days=2)
    mail.outbox.clear()
    assert remind_of_briefing(now=MONDAY - timedelta(days=4)) == 0
    assert (remind_of_briefing(now=soon), remind_of_briefing(now=soon)) == (1, 0)
    [sent] = mail.outbox
    assert mentee.person.email in sent.to[0]
    assert "/prepare/" in sent.body


def test_without_a_date_it_is_five_days_after_opening() -> None:
    a_meeting_bond()
    assert remind_of_briefing(now=THEN + timedelta(days=4)) == 0
    assert remind_of_briefing(now=THEN + timedelta(days=5, hours=1)) == 2
