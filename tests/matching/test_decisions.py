"""Pins, exclusions, exceptions: what they do to the answer, and what they refuse."""

import pytest
from django.utils.translation import override

from tests.cast import THEN
from tests.factories.matching import enrol, opened, pair, prepared_round, solved_round
from tests.factories.people import make_person
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.messages import failure_sentences
from viceversa.matching.models import Answer, Decision, Proposal, Round
from viceversa.matching.queries.comparison import comparison
from viceversa.matching.queries.explanation import alternatives, explain
from viceversa.matching.queries.obstacles import obstacles
from viceversa.people.models import Person
from viceversa.programmes.choices import Role
from viceversa.programmes.models import Enrolment, Pause
from viceversa.programmes.rules.policy import MatchingPolicy, Weights

pytestmark = pytest.mark.django_db


def answered(round: Round) -> Round:
    """Run the job the round waits for."""
    actions.run_solving(round_id=round.pk, job=round.job, now=THEN)
    round.refresh_from_db()
    return round


def mentor_of(round: Round, mentee: Enrolment) -> Enrolment | None:
    proposal = Proposal.objects.filter(round=round, mentee=mentee).first()
    return proposal.mentor if proposal else None


def test_a_pin_holds_and_its_cost_is_known() -> None:
    round = solved_round(pairs=4)
    mentor, mentee = pair(round, "Yasmine", "Alberto")
    assert mentor_of(round, mentee) != mentor
    cost = next(
        each.cost for each in alternatives(round, mentee, 10) if each.name == mentor.person.name
    )
    before = Answer.objects.filter(round=round)[0].figures["total"]
    pinned = actions.pin(
        round=round, version=round.version, mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN
    )
    assert pinned.job
    round = answered(pinned)
    assert mentor_of(round, mentee) == mentor
    figures = Answer.objects.filter(round=round)[0].figures
    assert figures["total"] == pytest.approx(before + cost)
    assert figures["free_total"] == pytest.approx(before)
    assert figures["gap"] == 0


def test_pinning_a_proposed_pair_needs_no_new_answer() -> None:
    round = solved_round(pairs=3)
    proposal = Proposal.objects.filter(round=round).select_related("mentor", "mentee")[0]
    pinned = actions.pin(
        round=round, version=round.version, mentor=proposal.mentor, mentee=proposal.mentee,
        actor=OPERATOR, now=THEN,
    )  # fmt: skip
    assert pinned.job == ""
    assert obstacles(pinned) == []


def test_a_forbidden_pair_is_gone_and_can_be_lifted() -> None:
    round = solved_round(pairs=4)
    proposal = Proposal.objects.filter(round=round).select_related("mentor", "mentee")[0]
    both = {"mentor": proposal.mentor, "mentee": proposal.mentee}
    forbidden = actions.forbid(
        round=round, version=round.version, **both, reason="Same tender", actor=OPERATOR, now=THEN
    )
    round = answered(forbidden)
    assert not Proposal.objects.filter(round=round, **both).exists()
    difference = comparison(round)
    assert difference is not None
    assert difference.come >= 1
    explained = explain(round, **both)
    assert explained is not None
    assert explained.forbidden
    assert explained.fit is not None
    round = answered(
        actions.lift(round=round, version=round.version, **both, actor=OPERATOR, now=THEN)
    )
    assert Proposal.objects.filter(round=round, **both).exists()


def test_a_pin_that_breaks_a_rule_is_refused_by_name_unless_recorded() -> None:
    round = solved_round(pairs=3)
    senior = make_person("Peer", "Livello", level=5, languages=["it"], manager=None)
    mentor = enrol(round.cohort, senior, Role.MENTOR)
    mentee = pair(round, "Sofia", "Alberto")[1]
    with pytest.raises(actions.UnableToPin) as refused:
        actions.pin(
            round=round, version=round.version, mentor=mentor, mentee=mentee,
            actor=OPERATOR, now=THEN,
        )  # fmt: skip
    assert "seniority" in {rule.name for rule in refused.value.broken}
    assert any("level" in str(detail) for detail in refused.value.details)
    with pytest.raises(actions.UnableToPin, match="why"):
        actions.pin(
            round=round, version=round.version, mentor=mentor, mentee=mentee, override=True,
            actor=OPERATOR, now=THEN,
        )  # fmt: skip
    assert not Decision.objects.exists()
    pinned = actions.pin(
        round=round, version=round.version, mentor=mentor, mentee=mentee, override=True,
        reason="They asked for each other", actor=OPERATOR, now=THEN,
    )  # fmt: skip
    round = answered(pinned)
    assert mentor_of(round, mentee) == mentor
    assert Decision.objects.get().rules == ["seniority"]
    [set_aside] = [each for each in opened(round) if each.overridden_rules]
    assert set_aside.overridden_rules == ["seniority"]
    assert set_aside.override_reason == "They asked for each other"


def test_nobody_is_pinned_beyond_their_places() -> None:
    round = prepared_round(pairs=3)
    mentor, mentee = pair(round, "Sofia", "Alberto")
    round = actions.pin(
        round=round, version=round.version, mentor=mentor, mentee=mentee, actor=OPERATOR, now=THEN
    )
    other = pair(round, "Matteo", "Alberto")[0]
    arguments = {
        "round": round, "version": round.version, "mentor": other, "mentee": mentee,
        "actor": OPERATOR, "now": THEN,
    }  # fmt: skip
    with pytest.raises(actions.UnableToPin, match="Alberto Brambilla takes 1"):
        actions.pin(**arguments)
    actions.pin(**arguments, replace=True)
    assert Decision.objects.get().mentor == other


def test_publishing_waits_for_an_answer_to_the_last_decision() -> None:
    round = solved_round(pairs=4)
    proposal = Proposal.objects.filter(round=round).select_related("mentor", "mentee")[0]
    forbidden = actions.forbid(
        round=round, version=round.version, mentor=proposal.mentor, mentee=proposal.mentee,
        actor=OPERATOR, now=THEN,
    )  # fmt: skip
    stopped = actions.cancel_solving(
        round=forbidden, version=forbidden.version, actor=OPERATOR, now=THEN
    )
    with pytest.raises(actions.UnableToPublish) as told:
        actions.publish(
            round=stopped, version=stopped.version, looked=True, actor=OPERATOR, now=THEN
        )
    assert any("Pins or exclusions changed" in str(line) for line in told.value.details)


def test_publishing_refuses_who_withdrew_since() -> None:
    round = solved_round(pairs=3)
    enrolment = Proposal.objects.filter(round=round)[0].mentor
    Enrolment.objects.filter(pk=enrolment.pk).update(state="withdrawn", withdrawn_at=THEN)
    with pytest.raises(actions.UnableToPublish) as told:
        actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)
    assert enrolment.person.name in str(told.value.details[0])


def test_publishing_refuses_who_paused_since() -> None:
    round = solved_round(pairs=3)
    enrolment = Proposal.objects.filter(round=round)[0].mentee
    Pause.objects.create(enrolment=enrolment, since=THEN)
    with pytest.raises(actions.UnableToPublish) as told:
        actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)
    assert enrolment.person.name in str(told.value.details[0])


def test_publishing_needs_the_word_of_a_person() -> None:
    round = solved_round(pairs=3)
    with pytest.raises(actions.UnableToPublish):
        actions.publish(round=round, version=round.version, looked=False, actor=OPERATOR, now=THEN)


def test_other_weights_are_compared_with_the_answer_before() -> None:
    round = solved_round(pairs=4)
    policy = MatchingPolicy(weights=Weights(topics="off", mixing="high"))
    changed = actions.change_policy(
        round=round, version=round.version, policy=policy, actor=OPERATOR, now=THEN
    )
    round = answered(changed)
    found = comparison(round)
    assert found is not None
    assert not found.comparable
    assert {change.key for change in found.policy} == {"weights.topics", "weights.mixing"}
    assert round.cohort.policy == {}


def test_a_later_change_of_the_directory_does_not_alter_the_proof() -> None:
    round = solved_round(pairs=3)
    proposal = Proposal.objects.filter(round=round).select_related("mentor", "mentee")[0]
    score = proposal.score
    person = proposal.mentor.person
    person.level, person.languages = 9, []
    person.save()
    explained = explain(round, proposal.mentor, proposal.mentee)
    assert explained is not None
    assert explained.fit == pytest.approx(score)
    assert all(rule.passed for rule in explained.rules)


def test_a_pair_that_a_reorganisation_put_into_one_line_is_not_published() -> None:
    round = solved_round(pairs=3)
    proposal = Proposal.objects.filter(round=round).select_related("mentor__person")[0]
    report = proposal.mentor.person
    report.manager = proposal.mentee.person
    report.save()
    with pytest.raises(actions.UnableToPublish) as told:
        actions.publish(round=round, version=round.version, looked=True, actor=OPERATOR, now=THEN)
    assert report.name in str(told.value.details[0])
    assert Round.objects.get(pk=round.pk).state == "solved"


def test_a_pin_that_a_reorganisation_forbids_is_told_in_the_language_of_the_page() -> None:
    round = solved_round(pairs=3)
    proposal = Proposal.objects.filter(round=round).select_related("mentor__person")[0]
    both = {"mentor": proposal.mentor, "mentee": proposal.mentee}
    pinned = actions.pin(round=round, version=round.version, **both, actor=OPERATOR, now=THEN)
    Person.objects.filter(pk=proposal.mentor.person_id).update(manager=proposal.mentee.person)
    asked = actions.request_solving(round=pinned, version=pinned.version, actor=OPERATOR, now=THEN)
    failed = answered(asked)
    assert failed.job == ""
    [told] = failure_sentences(failed.failures)
    assert told.startswith("A pinned pair breaks a hard rule by now.")
    with override("it"):
        assert "coppia fissata" in failure_sentences(failed.failures)[0]
    assert Proposal.objects.filter(round=failed).count() == 3


def test_the_page_knows_how_many_pairs_the_rules_allow() -> None:
    figures = Answer.objects.get(round=solved_round(pairs=3)).figures
    assert figures["possible"] == 9
    assert 3 <= figures["feasible"] <= 9


def test_a_note_or_a_reason_too_long_for_a_page_is_refused_whole() -> None:
    round = solved_round(pairs=4)
    mentor, mentee = pair(round, "Yasmine", "Alberto")
    seen = {"round": round, "version": round.version, "actor": OPERATOR, "now": THEN}
    long = "x" * 5001
    with pytest.raises(actions.UnableToChange, match="5,001"):
        actions.write_note(text=long, **seen)
    with pytest.raises(actions.UnableToChange, match="5,001"):
        actions.note_pair(text=long, mentor=mentor, mentee=mentee, **seen)
    with pytest.raises(actions.UnableToChange, match="5,001"):
        actions.forbid(reason=long, mentor=mentor, mentee=mentee, **seen)
    round.refresh_from_db()
    assert round.note == ""
    assert round.version == seen["version"]
    assert not Decision.objects.filter(round=round).exists()
