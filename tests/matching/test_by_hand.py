"""Opening a relationship by hand: the rules are checked, an exception is kept."""

import pytest

from tests.cast import THEN
from tests.factories.matching import enrol, pair, prepared_round
from tests.factories.people import make_person
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.programmes.choices import Role
from viceversa.relationships.models import Relationship

pytestmark = pytest.mark.django_db


def test_two_people_within_the_rules() -> None:
    mentor, mentee = pair(prepared_round(pairs=2), "Sofia", "Alberto")
    relationship = actions.open_by_hand(mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN)
    assert (relationship.origin, relationship.state) == ("hand", "opened")
    assert relationship.exchange == {"mentor": ["ai"], "mentee": ["career"]}
    assert relationship.overridden_rules == []


def test_the_same_two_are_not_brought_together_twice() -> None:
    mentor, mentee = pair(prepared_round(pairs=2), "Sofia", "Alberto")
    actions.open_by_hand(mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN)
    with pytest.raises(actions.UnableToOpenByHand, match="takes 1 at most"):
        actions.open_by_hand(mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN)


def test_a_broken_rule_needs_an_exception_and_a_reason() -> None:
    mentor, mentee = pair(prepared_round(pairs=2), "Sofia", "Alberto")
    boss = mentee.person
    report = make_person("Riporto", "Diretto", level=2, manager=boss, languages=["it"])
    under = enrol(mentee.cohort, report, Role.MENTOR)
    with pytest.raises(actions.UnableToOpenByHand) as refused:
        actions.open_by_hand(mentor=under, mentee=mentee, actor=OPERATOR, now=THEN)
    assert "reporting-line" in {rule.name for rule in refused.value.broken}
    with pytest.raises(actions.UnableToOpenByHand, match="why"):
        actions.open_by_hand(mentor=under, mentee=mentee, override=True, actor=OPERATOR, now=THEN)
    assert not Relationship.objects.exists()
    relationship = actions.open_by_hand(
        mentor=under, mentee=mentee, override=True, reason="A trial of one month",
        actor=OPERATOR, now=THEN,
    )  # fmt: skip
    assert "reporting-line" in relationship.overridden_rules
    assert Line.objects.filter(verb=Verb.RELATIONSHIP_OVERRIDDEN).count() == 1


def test_nobody_meets_themselves() -> None:
    mentor, mentee = pair(prepared_round(pairs=2), "Sofia", "Alberto")
    twin = enrol(mentee.cohort, mentor.person, Role.MENTEE)
    with pytest.raises(actions.UnableToOpenByHand):
        actions.open_by_hand(
            mentor=mentor, mentee=twin, override=True, reason="?", actor=OPERATOR, now=THEN
        )
