"""A round in circles: looked at, opened once, and only what was looked at."""

import pytest
from django.test import Client

from tests.cast import THEN
from tests.factories.accounts import make_coordinator
from tests.factories.matching import make_cohort, opened, solved_round
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Offer
from viceversa.matching.queries.circles import Circle, Member, teams
from viceversa.programmes.choices import Preset
from viceversa.relationships.actions import Opening, Seat, open_relationship
from viceversa.relationships.choices import MemberRole, Origin
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db


def test_circles_hold_everybody_once_and_open_as_relationships() -> None:
    round = solved_round(pairs=6, preset=Preset.CIRCLE)
    found = teams(round, wanted=4)
    assert found is not None
    assert found.people + len(found.without) == 12
    assert all(3 <= len(circle.members) <= 8 for circle in found.circles)
    circles = opened(round)
    assert {each.format for each in circles} == {"circle"}
    assert sum(each.members.count() for each in circles) == found.people
    round.refresh_from_db()
    assert round.state == RoundState.PUBLISHED
    with pytest.raises(actions.UnableToChange):
        actions.open_circles(
            round=round, version=round.version, wanted=4, digest=found.digest,
            actor=OPERATOR, now=THEN,
        )  # fmt: skip


def test_somebody_may_be_with_the_manager_of_another_already() -> None:
    round = solved_round(pairs=6, preset=Preset.CIRCLE)
    found = teams(round, wanted=4)
    assert found is not None
    seats = next(seats for circle in found.circles if len(seats := mentors_of(circle)) > 1)
    manager = seats[1].enrolment.person.manager
    assert manager is not None
    opening = Opening(
        [Seat(seats[0].enrolment.person, MemberRole.MENTOR), Seat(manager, MemberRole.MENTEE)]
    )
    other = make_cohort("Autumn 2027")
    open_relationship(cohort=other, opening=opening, origin=Origin.HAND, actor=OPERATOR, now=THEN)
    assert len(opened(round)) == len(found.circles)


def mentors_of(circle: Circle) -> list[Member]:
    """Return the seats of a circle that come from mentors."""
    return [member for member in circle.members if member.role == "mentor"]


def test_other_circles_than_those_looked_at_are_refused() -> None:
    round = solved_round(pairs=6, preset=Preset.CIRCLE)
    with pytest.raises(actions.UnableToOpenCircles, match="look again"):
        actions.open_circles(
            round=round, version=round.version, wanted=4, digest="another",
            actor=OPERATOR, now=THEN,
        )  # fmt: skip
    assert not Relationship.objects.exists()


def test_a_cohort_of_pairs_opens_no_circles_and_one_of_circles_no_pairs() -> None:
    round = solved_round(pairs=3)
    found = teams(round, wanted=3)
    assert found is not None
    with pytest.raises(actions.UnableToOpenCircles, match="meets in pairs"):
        actions.open_circles(
            round=round, version=round.version, wanted=3, digest=found.digest,
            actor=OPERATOR, now=THEN,
        )  # fmt: skip
    round.cohort.preset = Preset.CIRCLE
    round.cohort.save()
    with pytest.raises(actions.UnableToPublish, match="circles"):
        actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)


def test_circles_are_opened_from_their_page(client: Client) -> None:
    client.force_login(make_coordinator())
    round = solved_round(pairs=6, preset=Preset.CIRCLE)
    page = client.get(f"/rounds/{round.public_id}/circles/?size=4")
    assert "Circle 1" in page.content.decode()
    client.post(
        f"/rounds/{round.public_id}/circles/",
        {"version": round.version, "size": "4", "digest": page.context["teams"].digest},
    )
    assert Offer.objects.filter(format="circle").exists()
