"""When somebody leaves the organisation: kindly ended or gone on, told, and only once."""

import pytest
from django.core.mail import EmailMessage

from tests.cast import THEN
from tests.factories.care import speak_english
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.models import Message
from viceversa.people.choices import PersonStatus
from viceversa.programmes.actions.cohorts import open_cohort
from viceversa.programmes.actions.enrolments import enrol
from viceversa.programmes.choices import CohortState
from viceversa.relationships.actions.care.leaving import part_with_leavers
from viceversa.relationships.choices import Format, RelationshipState

pytestmark = pytest.mark.django_db


def gone(bond: Bond, *indexes: int) -> None:
    for index in indexes:
        person = bond.members[index].person
        person.status = PersonStatus.LEFT
        person.save()


def told() -> set[str]:
    return set(Message.objects.filter(kind="partner-left").values_list("email", flat=True))


def test_a_pair_ends_the_other_is_told_and_waits_with_priority() -> None:
    bond = a_bond()
    cohort = bond.relationship.cohort
    if cohort.state != CohortState.OPEN:
        cohort = open_cohort(cohort=cohort, actor=OPERATOR, now=THEN)
    [place] = enrol(
        cohort=cohort, people=[bond.members[1].person], role="mentee", actor=OPERATOR, now=THEN
    )
    bond.members[1].enrolment = place
    bond.members[1].save()
    gone(bond, 0)
    assert part_with_leavers(now=THEN) == 1
    assert part_with_leavers(now=THEN) == 0
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.CLOSED
    assert told() == {bond.members[1].person.email}
    place.refresh_from_db()
    assert place.waiting == 1
    line = Line.objects.get(verb="relationship.closed")
    assert line.actor_user is None


def test_a_duo_goes_on_as_a_pair_while_each_side_is_there() -> None:
    bond = a_bond(mentors=2)
    gone(bond, 0)
    part_with_leavers(now=THEN)
    bond.relationship.refresh_from_db()
    assert bond.relationship.format == Format.PAIR
    assert bond.relationship.state == RelationshipState.OPENED
    assert [m.pk for m in bond.relationship.members.all()] == [m.pk for m in bond.members[1:]]
    assert told() == {member.person.email for member in bond.members[1:]}


def test_a_circle_goes_on_while_three_are_left() -> None:
    bond = a_bond(mentors=2, mentees=2, circle=True)
    gone(bond, 0)
    part_with_leavers(now=THEN)
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.OPENED
    assert bond.relationship.members.count() == 3
    gone(bond, 1, 2)
    part_with_leavers(now=THEN)
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.CLOSED


def test_the_letter_names_who_left_and_no_fault(mailoutbox: list[EmailMessage]) -> None:
    bond = a_bond()
    speak_english(bond)
    gone(bond, 0)
    part_with_leavers(now=THEN)
    body = " ".join(str(mailoutbox[-1].body).split())
    assert "Nicolò Pavesi has left the organisation" in mailoutbox[-1].subject
    assert "through nobody’s doing" in body


def test_nobody_gone_changes_nothing() -> None:
    a_bond()
    assert part_with_leavers(now=THEN) == 0
    assert told() == set()
