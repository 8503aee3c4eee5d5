"""Two people whom a reorganisation puts into one line are flagged with the rule, never ended."""

from datetime import timedelta

import pytest

from tests.cast import THEN
from tests.factories.programmes import a_person
from tests.factories.relationships import Bond, a_bond
from viceversa.matching.actions.rechecking import recheck_lines
from viceversa.people.models import Person, directory_written
from viceversa.people.models.imports import Directory
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Nudge, Relationship

pytestmark = pytest.mark.django_db


def under(person: Person, manager: Person | None) -> None:
    person.manager = manager
    person.save()


def flagged() -> list[list[str]]:
    return [nudge.facts["rules"] for nudge in Nudge.objects.filter(settled_at=None)]


def test_who_came_under_the_mentee_is_flagged_until_the_tree_says_otherwise() -> None:
    bond = a_bond()
    mentor, mentee = (member.person for member in bond.members)
    assert recheck_lines(now=THEN) == 0
    under(mentor, mentee)
    assert recheck_lines(now=THEN) == 1
    assert recheck_lines(now=THEN + timedelta(days=1)) == 1
    assert "reporting-line" in flagged()[0]
    bond.relationship.refresh_from_db()
    assert bond.relationship.state == RelationshipState.OPENED
    under(mentor, a_person())
    assert recheck_lines(now=THEN + timedelta(days=2)) == 0
    assert flagged() == []


def test_the_same_manager_is_a_line_too() -> None:
    bond = a_bond()
    boss = a_person("Bruna Riva", level=8)
    for member in bond.members:
        under(member.person, boss)
    recheck_lines(now=THEN)
    assert flagged() == [["siblings-reports"]]


def test_in_a_circle_everybody_is_looked_at_with_everybody() -> None:
    bond = a_bond(mentors=2, mentees=2, circle=True)
    under(bond.members[0].person, bond.members[1].person)  # two mentors
    assert recheck_lines(now=THEN) == 1


def test_what_is_over_or_unknown_is_no_flag() -> None:
    bond, other = a_bond(), a_bond()
    for each in (bond, other):
        under(each.members[0].person, each.members[1].person)
    Person.objects.filter(pk=other.members[0].person_id).update(manager_missing=True)
    Relationship.objects.filter(pk=bond.relationship.pk).update(state="closed", closed_at=THEN)
    assert recheck_lines(now=THEN) == 0


@pytest.mark.django_db(transaction=True)
def test_a_people_file_that_was_written_is_the_occasion() -> None:
    bond: Bond = a_bond()
    under(bond.members[0].person, bond.members[1].person)
    directory_written.send(sender=Directory)
    assert len(flagged()) == 1
