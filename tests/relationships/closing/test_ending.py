"""The no-fault ending: nobody is named, everybody is told, the queue, circles that go on."""

from datetime import timedelta

import pytest

from tests.cast import THEN
from tests.factories.endings import LATER, active, closing, fresh
from tests.factories.programmes import an_enrolment
from tests.factories.relationships import Bond, a_bond
from viceversa.access.policies.relationships import membership
from viceversa.audit.models import Line
from viceversa.notifications.choices import Kind
from viceversa.notifications.models import Message
from viceversa.programmes.models import Enrolment, Pause
from viceversa.relationships.actions import write_part
from viceversa.relationships.actions.closing import UnableToEnd, end_without_fault
from viceversa.relationships.actions.meetings import propose
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Member, Relationship
from viceversa.relationships.queries import document, partners
from viceversa.relationships.queries.closing import past

pytestmark = pytest.mark.django_db


def enrolled(bond: Bond) -> list[Enrolment]:
    """Give every member an enrolment in the cohort."""
    cohort = bond.relationship.cohort
    enrolments = []
    for member in bond.members:
        enrolment = an_enrolment(cohort=cohort, person=member.person, role=member.role)
        Member.objects.filter(pk=member.pk).update(enrolment=enrolment)
        enrolments.append(enrolment)
    return enrolments


@pytest.mark.parametrize(("mentors", "mentees"), [(1, 1), (2, 1), (1, 2)])
def test_either_side_ends_it_and_the_others_are_told(mentors: int, mentees: int) -> None:
    bond = active(mentors, mentees)
    one, *others = fresh(bond)
    end_without_fault(member=one, now=LATER)
    assert Relationship.objects.get().state == "closed"
    told = Message.objects.filter(kind=Kind.CLOSING_ENDED)
    assert {m.recipient_key for m in told} == {f"person:{o.person.public_id}" for o in others}
    with pytest.raises(UnableToEnd):
        end_without_fault(member=others[0], now=LATER)


def test_the_audit_names_nobody() -> None:
    bond = active()
    before = Line.objects.count()
    end_without_fault(member=fresh(bond)[0], now=LATER)
    lines = list(Line.objects.all()[before:])
    assert lines
    assert {(line.actor_kind, line.actor_user) for line in lines} == {("system", None)}
    written = " ".join(f"{line.actor_name} {line.facts}" for line in lines)
    assert not any(member.person.first_name in written for member in bond.members)


def test_open_meetings_leave_the_calendar() -> None:
    bond = active()
    member = fresh(bond)[0]
    propose(member=member, starts_at=LATER + timedelta(days=3), minutes=45, now=LATER)
    end_without_fault(member=member, now=LATER)
    assert [m.state for m in Meeting.objects.all()] == [MeetingState.CANCELLED]
    cancelled = Message.objects.filter(kind=Kind.MEETING_CANCELLED)
    assert {m.calendar_method for m in cancelled} == {"CANCEL"}


def test_both_wait_with_priority_and_who_wants_to_rest_rests() -> None:
    bond = active()
    mine, theirs = enrolled(bond)
    end_without_fault(member=fresh(bond)[0], again=False, now=LATER)
    for enrolment in (mine, theirs):
        enrolment.refresh_from_db()
    assert (mine.waiting, theirs.waiting) == (1, 1)
    assert [pause.enrolment for pause in Pause.objects.all()] == [mine]


def test_a_circle_goes_on_while_three_remain() -> None:
    bond = active(2, 2, circle=True)
    one, two, three, four = fresh(bond)
    propose(member=two, starts_at=LATER + timedelta(days=3), minutes=60, now=LATER)
    end_without_fault(member=one, now=LATER)
    relationship = Relationship.objects.get()
    assert relationship.state == "active"
    assert {m.pk for m in relationship.members.all()} == {two.pk, three.pk, four.pk}
    assert Meeting.objects.get().state == MeetingState.PROPOSED
    off = Message.objects.filter(kind=Kind.MEETING_CANCELLED)
    assert [m.recipient_key for m in off] == [f"person:{one.person.public_id}"]
    assert membership(bond.users[one.pk], relationship.public_id) is None
    [left] = past(one.person)
    assert (left.left, len(left.others)) == (True, 3)
    end_without_fault(member=fresh(bond)[0], now=LATER)
    assert Relationship.objects.get().state == "closed"


def test_who_left_a_circle_is_a_past_partner() -> None:
    bond = active(2, 2, circle=True)
    enrolled(bond)
    one, *_others = fresh(bond)
    end_without_fault(member=one, now=LATER)
    found = partners(bond.relationship.cohort)
    mine = {pair.current for pair in found if pair.mentor == one.person_id}
    assert mine == {False}
    assert any(pair.current for pair in found if pair.mentor != one.person_id)


def test_the_agreement_of_a_circle_waits_for_nobody_who_left() -> None:
    bond = a_bond(2, 2, circle=True)
    bond.begin()
    for index in (1, 2, 3):
        bond.sign(index)
    end_without_fault(member=fresh(bond)[0], now=LATER)
    relationship = Relationship.objects.get()
    assert relationship.state == "agreed"
    pact = document(fresh(bond)[0])
    assert pact is not None
    assert pact.in_force is not None
    assert len(pact.signatories) == 3


def test_words_of_who_left_stay_theirs() -> None:
    bond = a_bond(2, 2, circle=True)
    bond.begin()
    pact = document(bond.members[0])
    assert pact is not None
    write_part(
        member=bond.members[0],
        code="ending",
        text="We say goodbye over a coffee.",
        edition=pact.parts[-1].edition,
        actor=bond.actor(0),
        now=THEN,
    )
    end_without_fault(member=bond.members[0], now=LATER)
    pact = document(fresh(bond)[0])
    assert pact is not None
    change = pact.parts[-1].change
    assert change is not None
    assert change.author.pk == bond.members[0].pk
    assert bond.members[0].pk not in {one.pk for one in change.waits_for}


def test_it_ends_from_the_last_weeks_too() -> None:
    bond = closing()
    end_without_fault(member=bond.members[1], now=LATER)
    assert Relationship.objects.get().state == "closed"
