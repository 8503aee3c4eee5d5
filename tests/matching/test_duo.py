"""A duo: two mentors of one mentee become one relationship of three members."""

import pytest

from tests.cast import THEN
from tests.factories.matching import enrol, make_cohort, make_company, opened
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.programmes.choices import Preset, Role


@pytest.mark.django_db
def test_two_mentors_and_their_mentee_share_one_relationship() -> None:
    cohort = make_cohort(preset=Preset.DUO)
    seniors, juniors = make_company()
    enrol(cohort, seniors[0], Role.MENTEE, maximum=2)
    for junior in juniors[:2]:
        enrol(cohort, junior, Role.MENTOR)
    round = actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)
    round = actions.solve_now(round=round, actor=OPERATOR, now=THEN)
    [relationship] = opened(round)
    assert relationship.format == "duo"
    assert [m.role for m in relationship.members.all()] == ["mentor", "mentor", "mentee"]
