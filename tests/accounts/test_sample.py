"""The sample company can be entered; no other instance can."""

import pytest

from tests.cast import THEN
from tests.factories.accounts import make_user
from viceversa.accounts.actions import UnableToEnter, enter_as, mark_as_sample
from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance
from viceversa.accounts.queries import entrances, is_sample
from viceversa.audit.models import Line
from viceversa.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


def test_an_instance_is_not_the_sample_until_it_is_marked() -> None:
    assert not is_sample()
    mark_as_sample(actor=SYSTEM, now=THEN, entrances={Part.MENTOR: make_user()})
    assert is_sample()


def test_entering_returns_the_user_of_the_part_and_says_so_in_the_audit() -> None:
    mentor, mentee = make_user(), make_user()
    mark_as_sample(actor=SYSTEM, now=THEN, entrances={"mentee": mentee, "mentor": mentor})
    assert enter_as(actor=SYSTEM, now=THEN, part="mentor") == mentor
    line = Line.objects.get(verb="sample.entered")
    assert (line.subject, line.facts) == (f"user:{mentor.public_id}", {"part": "mentor"})


def test_elsewhere_nobody_enters_even_with_entrances_left_over() -> None:
    Entrance.objects.create(part="mentor", user=make_user())
    with pytest.raises(UnableToEnter, match="Only the sample company"):
        enter_as(actor=SYSTEM, now=THEN, part="mentor")
    assert not Line.objects.filter(verb="sample.entered").exists()


@pytest.mark.parametrize("part", ["", "sponsor", "coordinator' --"])
def test_a_part_nobody_plays_is_refused(part: str) -> None:
    mark_as_sample(actor=SYSTEM, now=THEN, entrances={"mentor": make_user()})
    with pytest.raises(UnableToEnter, match="nobody for this part"):
        enter_as(actor=SYSTEM, now=THEN, part=part)


def test_somebody_whose_access_is_closed_is_not_entered() -> None:
    user = make_user()
    mark_as_sample(actor=SYSTEM, now=THEN, entrances={"mentor": user})
    user.is_active = False
    user.save()
    with pytest.raises(UnableToEnter):
        enter_as(actor=SYSTEM, now=THEN, part="mentor")


def test_the_entrances_keep_the_order_of_the_page() -> None:
    users = {part: make_user() for part in reversed(Part.values)}
    mark_as_sample(actor=SYSTEM, now=THEN, entrances=users)
    assert [entrance.part for entrance in entrances()] == list(Part.values)
