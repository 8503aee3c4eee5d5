"""Hours: every meeting held and its preparation, of the last year, for mentors, as one number."""

from datetime import timedelta

import pytest

from tests.cast import THEN
from tests.factories.care import a_meeting
from tests.factories.programmes import a_person
from tests.factories.relationships import a_bond
from viceversa.audit.models import Line
from viceversa.relationships.actions.care import UnableToShare, keep_hours, share_hours
from viceversa.relationships.actions.momentum import tune
from viceversa.relationships.queries.care import own_hours, team_hours

pytestmark = pytest.mark.django_db


def test_what_counts_and_what_does_not() -> None:
    bond = a_bond()
    nicolo = bond.members[0].person
    a_meeting(bond, THEN - timedelta(days=1))
    a_meeting(bond, THEN - timedelta(days=9), minutes=15, keep_alive=True)  # needs no preparing
    a_meeting(bond, THEN - timedelta(days=366))
    a_meeting(bond, THEN + timedelta(days=2), "agreed")
    shown = own_hours(nicolo, THEN)
    assert shown
    assert shown.total == 1.5
    tune(cohort=bond.relationship.cohort, values={"preparation": 90}, actor=bond.actor(0), now=THEN)
    again = own_hours(nicolo, THEN)
    assert again
    assert again.total == 2.5
    assert own_hours(bond.members[1].person, THEN) is None


def test_only_the_line_manager_sees_it_and_only_while_shown() -> None:
    bond = a_bond()
    nicolo, boss, other = bond.members[0].person, a_person("Renato Galli"), a_person()
    with pytest.raises(UnableToShare):
        share_hours(person=nicolo, actor=bond.actor(0), now=THEN)
    nicolo.manager = boss
    nicolo.save()
    share_hours(person=nicolo, actor=bond.actor(0), now=THEN)
    share_hours(person=nicolo, actor=bond.actor(0), now=THEN)
    assert [(line.name, line.total) for line in team_hours(boss, THEN)] == [("Nicolò Pavesi", 0)]
    assert team_hours(other, THEN) == []
    nicolo.manager = other
    nicolo.save()
    assert team_hours(boss, THEN) == []
    keep_hours(person=nicolo, actor=bond.actor(0), now=THEN)
    assert team_hours(other, THEN) == []
    facts = [line.facts for line in Line.objects.filter(verb="hours.shared").order_by("pk")]
    assert facts == [{"shared": True}, {"shared": False}]
