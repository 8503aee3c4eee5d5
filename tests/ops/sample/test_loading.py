"""Loading the sample company leaves what every page needs, and refuses a database in use."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.test import TestCase
from django.utils.translation import override

from viceversa.accounts.actions import create_user
from viceversa.accounts.choices import Part, Role
from viceversa.accounts.models import Entrance, User
from viceversa.accounts.queries import is_sample
from viceversa.audit.actions import first_broken_line
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.matching.choices import ProposalState, RoundState
from viceversa.matching.models import Ask, LeftOut, Offer, Proposal, Round
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Message
from viceversa.ops.sample import loading
from viceversa.people.models import Import, Person
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.queries.enrolments import incomplete
from viceversa.relationships.choices import Format, MeetingState, RelationshipState
from viceversa.relationships.models import (
    Agenda,
    Concern,
    Experiment,
    Goal,
    Meeting,
    Nudge,
    Relationship,
)

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


def states(cohort: Cohort) -> Counter[str]:
    return Counter(Relationship.objects.filter(cohort=cohort).values_list("state", flat=True))


@pytest.mark.long
@pytest.mark.django_db
class LoadedCompany(TestCase):
    """The company, loaded once for all these tests."""

    @classmethod
    def setUpTestData(cls) -> None:
        loading.load(now=NOW)

    def test_the_directory_is_that_of_today(self) -> None:
        assert Person.objects.count() == 520
        assert Import.objects.count() == 4
        assert [person.name for person in Person.objects.filter(manager_missing=True)] == [
            "Roberta Grassi"
        ]
        assert Person.objects.get(last_name="Dall’Ò", first_name="Niccolò").status == "active"
        assert Person.objects.filter(status="left").exists()

    def test_one_cohort_is_finished(self) -> None:
        cohort = Cohort.objects.get(name="Autumn 2025")
        assert cohort.state == CohortState.CLOSED
        assert set(states(cohort)) == {RelationshipState.CLOSED}
        assert states(cohort).total() >= 10

    def test_one_cohort_is_under_way(self) -> None:
        cohort = Cohort.objects.get(name="Autumn 2026")
        count = states(cohort)
        assert cohort.state == CohortState.OPEN
        assert count[RelationshipState.ACTIVE] >= 20
        assert {"opened", "agreed", "paused", "closed"} <= set(count)
        pairs = {
            frozenset(member.person.name for member in pair.members.all())
            for pair in Relationship.objects.filter(cohort=cohort)
        }
        assert {"Lucia Bonfanti", "Davide Okafor"} in pairs
        assert {"Francesca Dell’Orto", "Nicolò Pavesi"} in pairs

    def test_a_circle_and_a_duo_meet(self) -> None:
        circle = Relationship.objects.get(format=Format.CIRCLE)
        people = [member.person for member in circle.members.all()]
        assert len(people) == 5 == len({person.unit_id for person in people})
        mentor = Entrance.objects.get(part=Part.MENTOR).user
        assert mentor.name in {person.name for person in people}  # one may enter as them
        duo = Relationship.objects.get(format=Format.DUO)
        assert sorted(duo.members.values_list("role", flat=True)) == ["mentee", "mentor", "mentor"]
        for relationship in (circle, duo):
            assert relationship.state == RelationshipState.ACTIVE
            assert relationship.agreement.versions.filter(in_force_at__lte=NOW).exists()
            meetings = relationship.meetings
            assert meetings.filter(state=MeetingState.HELD).exists()
            assert meetings.filter(starts_at__gt=NOW).count() == 1

    def test_one_round_waits_to_be_published(self) -> None:
        round = Round.objects.get(state=RoundState.SOLVED)
        assert Proposal.objects.filter(round=round).count() >= 20
        left_out = {entry.enrolment.person.name for entry in LeftOut.objects.filter(round=round)}
        assert {"Roberta Grassi", "Cristina Poli"} <= left_out
        assert Proposal.objects.filter(round=round, pinned=True).count() == 1
        alberto = Proposal.objects.get(round=round, mentee__person__last_name="Brambilla")
        assert alberto.score > 0.8

    def test_a_later_round_is_answered_in_every_way(self) -> None:
        offers = Offer.objects.filter(round__number=2)
        assert set(offers.values_list("state", flat=True)) == set(ProposalState.values) - {
            ProposalState.DRAFTED
        }
        waiting = {"Francesca": False, "Nicolò": True}  # a question of the round, a request
        for name, request in waiting.items():
            ask = Ask.objects.get(
                enrolment__person__first_name=name,
                enrolment__person__last_name__in=("Dell’Orto", "Pavesi"),
                offer__state=ProposalState.OFFERED,
                said="",
            )
            assert ask.asked_at and ask.offer.is_request is request

    def test_one_cohort_is_ready_to_match(self) -> None:
        cohort = Cohort.objects.get(programme__name="Data on the shop floor")
        assert cohort.state == CohortState.OPEN
        assert not Round.objects.filter(cohort=cohort).exists()
        assert Enrolment.objects.filter(cohort=cohort, state="admitted").count() == 45
        assert len(incomplete(cohort)) == 7

    def test_there_is_a_door_for_every_part(self) -> None:
        assert is_sample()
        assert set(Entrance.objects.values_list("part", flat=True)) == set(Part.values)
        for entrance in Entrance.objects.all():
            assert Person.objects.filter(user=entrance.user, email=entrance.user.email).exists()
        assert User.objects.filter(grants__role=Role.COORDINATOR).count() == 1

    def test_the_pairs_are_alive(self) -> None:
        held = Meeting.objects.filter(state=MeetingState.HELD, relationship__state="active")
        coming = Meeting.objects.filter(state=MeetingState.AGREED, starts_at__gt=NOW)
        assert held.count() > 20
        assert coming.count() > 10
        states = set(Relationship.objects.values_list("state", flat=True))
        assert {"opened", "agreed", "active", "paused", "closing", "closed"} <= states
        for noun in (Agenda, Experiment, Goal, Nudge, Concern):
            assert noun.objects.exists(), noun
        assert Message.objects.filter(state=DeliveryState.SENT).exclude(text="").exists()

    def test_nothing_happened_in_the_future_and_the_audit_is_whole(self) -> None:
        assert not Line.objects.filter(at__gt=NOW).exists()
        assert not Message.objects.filter(state=DeliveryState.WAITING, due_at__lte=NOW).exists()
        assert first_broken_line() is None


@pytest.mark.django_db
def test_a_database_in_use_is_refused_and_left_alone() -> None:
    create_user(actor=OPERATOR, now=NOW, email="anna@altavalle.example", name="Anna")
    with override("en"), pytest.raises(loading.UnableToLoad, match="already in use"):
        loading.load(now=NOW)
    assert not Person.objects.exists()


@pytest.mark.once
@pytest.mark.django_db
@pytest.mark.parametrize("moment", ["2028-02-29T12:00", "2027-03-28T01:30"])
def test_it_loads_on_any_day(moment: str) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    loaded = loading.load(now=now, language="it")
    assert Person.objects.count() == 520
    assert Round.objects.filter(state=RoundState.SOLVED).count() == 1
    assert not Line.objects.filter(at__gt=now).exists()
    assert loaded == loading.counts()
