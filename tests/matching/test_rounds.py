"""A round from preparing to publishing, as a coordinator and an auditor see it."""

import pytest

from tests.cast import THEN
from tests.factories.matching import (
    make_cohort,
    offered,
    opened,
    pair,
    prepared_round,
    ready_cohort,
    solved_round,
)
from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Answer, Decision, Offer, Proposal, Round
from viceversa.programmes.choices import CohortState
from viceversa.relationships.models import Member, Relationship

pytestmark = pytest.mark.django_db


def test_a_closed_cohort_has_no_round() -> None:
    cohort = make_cohort(state=CohortState.DRAFT)
    with pytest.raises(actions.UnableToPrepare, match="Spring 2027"):
        actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)


def test_a_cohort_has_one_round_under_way() -> None:
    round = prepared_round()
    with pytest.raises(actions.UnableToPrepare, match="under way"):
        actions.prepare(cohort=round.cohort, actor=OPERATOR, now=THEN)


def test_solving_proposes_everybody_once() -> None:
    round = solved_round(pairs=4)
    assert round.state == RoundState.SOLVED
    assert round.job == ""
    proposals = Proposal.objects.filter(round=round)
    assert proposals.count() == 4
    assert len({p.mentor_id for p in proposals}) == len({p.mentee_id for p in proposals}) == 4
    figures = Answer.objects.get(round=round).figures
    assert figures["gap"] == 0
    assert figures["pairs"] == 4
    assert Line.objects.filter(verb=Verb.ROUND_SOLVED).count() == 1


def test_a_job_that_the_round_no_longer_waits_for_writes_nothing() -> None:
    round = prepared_round()
    asked = actions.request_solving(round=round, version=1, actor=OPERATOR, now=THEN)
    old = asked.job
    newer = actions.request_solving(round=asked, version=asked.version, actor=OPERATOR, now=THEN)
    actions.run_solving(round_id=round.pk, job=old, now=THEN)
    assert not Proposal.objects.filter(round=round).exists()
    actions.run_solving(round_id=round.pk, job=newer.job, now=THEN)
    actions.run_solving(round_id=round.pk, job=newer.job, now=THEN)  # delivered twice
    assert Answer.objects.filter(round=round).count() == 1


def test_publishing_puts_each_proposal_to_its_people_once() -> None:
    round = solved_round(pairs=3)
    offers = offered(round)
    assert len(offers) == Offer.objects.count() == 3
    assert not Relationship.objects.exists()
    assert {p.state for p in Proposal.objects.filter(round=round)} == {"offered"}
    round.refresh_from_db()
    assert round.state == RoundState.PUBLISHED
    with pytest.raises(actions.UnableToChange):
        actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)
    assert Offer.objects.count() == 3


def test_where_everybody_agrees_a_relationship_opens_for_each_proposal() -> None:
    relationships = opened(solved_round(pairs=3))
    assert len(relationships) == Relationship.objects.count() == 3
    assert {r.state for r in relationships} == {"opened"}
    assert Member.objects.count() == 6
    assert {p.state for p in Proposal.objects.all()} == {"accepted"}


def test_the_second_of_two_coordinators_is_told_who_did_what() -> None:
    round = solved_round()
    seen = round.version
    mentor, mentee = pair(round, "Sofia", "Alberto")
    actions.forbid(
        round=round, version=seen, mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN
    )
    with pytest.raises(actions.OutOfDate) as told:
        actions.discard(round=round, version=seen, actor=OPERATOR, now=THEN)
    assert "Sofia D’Agnolo" in str(told.value.details[0])
    assert Round.objects.get(pk=round.pk).state == RoundState.SOLVED


def test_the_answer_one_asked_for_does_not_make_ones_own_page_too_old() -> None:
    round = solved_round()
    mentor, mentee = pair(round, "Sofia", "Alberto")
    decision = {"round": round, "mentor": mentor, "mentee": mentee, "actor": OPERATOR, "now": THEN}
    asked = actions.forbid(version=round.version, **decision)
    actions.run_solving(round_id=round.pk, job=asked.job, now=THEN)  # while the page is looked at
    actions.lift(version=asked.version, **decision)
    assert not Decision.objects.filter(round=round).exists()


def test_an_answer_nobody_has_looked_at_is_not_published() -> None:
    round = solved_round()
    asked = actions.request_solving(round=round, version=round.version, actor=OPERATOR, now=THEN)
    actions.run_solving(round_id=round.pk, job=asked.job, now=THEN)
    with pytest.raises(actions.OutOfDate):
        actions.publish(round=round, version=asked.version, looked=True, actor=OPERATOR, now=THEN)
    assert not Relationship.objects.exists()


def test_an_answer_does_not_hide_what_another_coordinator_did() -> None:
    round = solved_round()
    mentor, mentee = pair(round, "Sofia", "Alberto")
    decision = {"round": round, "mentor": mentor, "mentee": mentee, "actor": OPERATOR, "now": THEN}
    asked = actions.forbid(version=round.version, **decision)
    actions.run_solving(round_id=round.pk, job=asked.job, now=THEN)
    with pytest.raises(actions.OutOfDate):
        actions.pin(version=round.version, **decision)


def test_a_round_after_a_published_one_leaves_out_who_has_a_relationship() -> None:
    cohort = ready_cohort(pairs=2)
    round = actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)
    round = actions.solve_now(round=round, actor=OPERATOR, now=THEN)
    opened(round)
    second = actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)
    assert second.number == 2
    second = actions.solve_now(round=second, actor=OPERATOR, now=THEN)
    figures = Answer.objects.get(round=second).figures
    assert (figures["mentors"], figures["mentees"], figures["pairs"]) == (0, 0, 0)
