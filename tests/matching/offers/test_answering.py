"""People are asked before a relationship opens, and nobody learns whose no it was."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import TestCase

from tests.cast import THEN
from tests.factories.matching import (
    asked,
    enrol,
    everybody_agrees,
    make_cohort,
    make_company,
    offered,
    solved_round,
)
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.matching import actions
from viceversa.matching.models import Ask, Offer, OfferLink, Proposal, ReasonTally, ReasonWords
from viceversa.matching.queries.asking import question_of
from viceversa.matching.queries.offers import answers
from viceversa.notifications.models import Message
from viceversa.programmes.choices import Preset, Role
from viceversa.programmes.models import Enrolment, Pause
from viceversa.relationships.models import Member, Relationship

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def kinds() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


class AskedPair(TestCase):
    """One pair of a published round."""

    offer: Offer

    @classmethod
    def setUpTestData(cls) -> None:
        [cls.offer] = offered(solved_round(pairs=1))
        actions.tend_offers(now=THEN)

    def test_the_mentee_is_written_to_first_and_the_mentor_hears_nothing(self) -> None:
        [letter] = Message.objects.all()
        assert letter.kind == "proposal-asked"
        assert letter.name == "Alberto Brambilla"
        assert "D’Agnolo" not in mail.outbox[-1].body if mail.outbox else True
        actions.tend_offers(now=THEN)
        assert Message.objects.count() == 1

    def test_a_relationship_opens_with_the_second_yes_and_both_are_told(self) -> None:
        actions.say_yes(ask=asked(self.offer), now=THEN + DAY)
        assert not Relationship.objects.exists()
        assert asked(self.offer).enrolment.role == Role.MENTOR
        actions.say_yes(ask=asked(self.offer), now=THEN + 2 * DAY)
        [relationship] = Relationship.objects.all()
        assert (relationship.state, relationship.origin) == ("opened", "round")
        assert relationship.opened_at == THEN + 2 * DAY
        assert kinds() == ["proposal-asked"] * 2 + ["proposal-on"] * 2
        assert Proposal.objects.get().state == Offer.objects.get().state == "accepted"
        assert not OfferLink.objects.filter(revoked_at=None).exists()

    def test_a_no_of_the_mentee_reaches_nobody_and_leaves_no_trace(self) -> None:
        actions.say_no(ask=asked(self.offer), reason="time", words="Ask me in spring", now=THEN)
        assert Offer.objects.get().state == Proposal.objects.get().state == "declined"
        assert kinds() == ["proposal-asked"]
        assert set(Ask.objects.values_list("said", "answered_at")) == {("", None)}
        assert ReasonTally.objects.get().count == 1
        assert ReasonWords.objects.get().text == "Ask me in spring"
        assert set(Enrolment.objects.values_list("waiting", flat=True)) == {1}

    def test_a_no_of_the_mentor_is_told_gently_and_not_as_a_no(self) -> None:
        actions.say_yes(ask=asked(self.offer), now=THEN)
        actions.say_no(ask=asked(self.offer), now=THEN)
        over = Message.objects.get(kind="proposal-over")
        assert over.name == "Alberto Brambilla"
        assert set(Ask.objects.values_list("said", flat=True)) == {""}

    def test_the_audit_says_what_became_of_it_and_never_who(self) -> None:
        before = Line.objects.count()
        actions.say_yes(ask=asked(self.offer), now=THEN)
        assert Line.objects.count() == before
        actions.say_no(ask=asked(self.offer), now=THEN)
        line = Line.objects.order_by("pk").last()
        assert line is not None
        assert (line.verb, line.actor_kind) == ("proposal.declined", "system")
        assert "Brambilla" not in str(line.__dict__) and "Agnolo" not in str(line.__dict__)

    def test_silence_is_reminded_twice_and_then_lapses(self) -> None:
        for day in range(1, 11):
            actions.tend_offers(now=THEN + day * DAY)
        assert kinds() == ["proposal-asked", "proposal-reminder", "proposal-reminder"] + [
            "proposal-over"
        ]
        assert Offer.objects.get().state == "lapsed"
        assert set(Enrolment.objects.values_list("waiting", flat=True)) == {1}
        with pytest.raises(actions.UnableToAnswer, match="settled"):
            actions.say_yes(ask=Ask.objects.first(), now=THEN + 11 * DAY)

    def test_later_is_asked_again_on_that_day_and_only_once(self) -> None:
        ask = asked(self.offer)
        actions.ask_later(ask=ask, days=7, now=THEN)
        actions.tend_offers(now=THEN + 6 * DAY)
        assert kinds() == ["proposal-asked"]
        actions.tend_offers(now=THEN + 7 * DAY)
        assert kinds() == ["proposal-asked", "proposal-reminder"]
        with pytest.raises(actions.UnableToAnswer, match="once already"):
            actions.ask_later(ask=ask, days=3, now=THEN + 7 * DAY)
        actions.say_yes(ask=ask, now=THEN + 11 * DAY)
        assert asked(self.offer).enrolment.role == Role.MENTOR

    def test_nobody_answers_twice_or_out_of_turn(self) -> None:
        mentee = asked(self.offer)
        mentor = Ask.objects.get(enrolment__role=Role.MENTOR)
        with pytest.raises(actions.UnableToAnswer):
            actions.say_yes(ask=mentor, now=THEN)
        actions.say_yes(ask=mentee, now=THEN)
        with pytest.raises(actions.UnableToAnswer, match="answered already"):
            actions.say_no(ask=mentee, now=THEN)

    def test_an_answer_after_the_time_is_none(self) -> None:
        with pytest.raises(actions.UnableToAnswer, match="over"):
            actions.say_yes(ask=asked(self.offer), now=THEN + 10 * DAY)

    def test_it_lapses_when_one_of_them_leaves_or_pauses(self) -> None:
        mentor = Ask.objects.get(enrolment__role=Role.MENTOR)
        Pause.objects.create(enrolment=mentor.enrolment, since=THEN)
        actions.tend_offers(now=THEN + DAY)
        assert Offer.objects.get().state == "lapsed"
        told = Message.objects.filter(kind="proposal-over").values_list("name", flat=True)
        assert list(told) == ["Alberto Brambilla"]

    def test_a_reorganisation_meanwhile_opens_nothing(self) -> None:
        actions.say_yes(ask=asked(self.offer), now=THEN)
        mentor = asked(self.offer)
        person = mentor.enrolment.person
        person.manager = Ask.objects.get(enrolment__role=Role.MENTEE).enrolment.person
        person.save()
        actions.say_yes(ask=mentor, now=THEN + DAY)
        assert not Relationship.objects.exists()
        assert Offer.objects.get().state == "lapsed"

    def test_a_coordinator_takes_it_back_and_the_links_end(self) -> None:
        actions.take_back(offer=self.offer, actor=OPERATOR, now=THEN + DAY)
        assert not OfferLink.objects.filter(revoked_at=None).exists()
        assert Offer.objects.get().taken_back
        with pytest.raises(actions.UnableToTakeBack):
            actions.take_back(offer=self.offer, actor=OPERATOR, now=THEN + DAY)

    def test_writing_again_goes_to_whoever_is_asked_and_not_twice_a_day(self) -> None:
        assert not actions.write_again(offer=self.offer, actor=OPERATOR, now=THEN)
        assert actions.write_again(offer=self.offer, actor=OPERATOR, now=THEN + DAY)
        assert kinds() == ["proposal-asked", "proposal-reminder"]

    def test_a_coordinator_sees_the_same_of_a_no_and_of_a_silence(self) -> None:
        round = self.offer.round
        assert round is not None
        assert [line.standing for line in answers.lines(round, "", 1)] == ["asked"]
        actions.say_yes(ask=asked(self.offer), now=THEN)
        assert [line.on for line in answers.lines(round, "asked", 1)] == [THEN]
        actions.say_no(ask=asked(self.offer), now=THEN)
        [line] = answers.lines(round, "back", 1)
        assert line.label == "Back in the queue"
        found = answers.answers(round)
        assert (found.asked, found.on, found.back, found.waiting) == (0, 0, 1, 2)


def test_whoever_is_asked_is_not_in_another_round_and_refused_pairs_do_not_come_back() -> None:
    round = solved_round(pairs=3)
    offers = offered(round)
    second = actions.prepare(cohort=round.cohort, actor=OPERATOR, now=THEN)
    assert not question_of(second).enrolments
    actions.say_no(ask=asked(offers[0]), now=THEN)
    actions.take_back(offer=offers[1], actor=OPERATOR, now=THEN)
    question = question_of(second)
    assert len(question.enrolments) == 4
    pairs = {tuple(Ask.objects.filter(offer=offers[0]).order_by("-turn").values_list(
        "enrolment__person__external_id", flat=True))}  # fmt: skip
    assert question.together == pairs
    assert {place.waiting for place in question.roster.places} == {1}


def test_in_a_duo_one_mentor_may_refuse_and_the_other_goes_on() -> None:
    cohort = make_cohort(preset=Preset.DUO)
    seniors, juniors = make_company()
    enrol(cohort, seniors[0], Role.MENTEE, maximum=2)
    for junior in juniors[:2]:
        enrol(cohort, junior, Role.MENTOR)
    round = actions.prepare(cohort=cohort, actor=OPERATOR, now=THEN)
    [offer] = offered(actions.solve_now(round=round, actor=OPERATOR, now=THEN))
    actions.say_yes(ask=asked(offer), now=THEN)
    refuses, agrees = Ask.objects.filter(offer=offer, turn=2)
    actions.say_no(ask=refuses, now=THEN)
    assert not Relationship.objects.exists()
    actions.say_yes(ask=agrees, now=THEN)
    relationship = Relationship.objects.get()
    assert relationship.format == "pair"
    assert agrees.enrolment.person in {m.person for m in relationship.members.all()}
    assert sorted(Proposal.objects.values_list("state", flat=True)) == ["accepted", "declined"]
    [line] = answers.lines(round, "", 1)
    assert line.mentors == [agrees.enrolment.person.name]


def test_a_circle_opens_with_those_who_remain_while_it_is_one() -> None:
    offers = offered(solved_round(pairs=6, preset=Preset.CIRCLE))
    first, second = offers[:2]
    leaves = asked(first)
    actions.say_no(ask=leaves, now=THEN)
    everybody_agrees([first])
    circle = Offer.objects.get(pk=first.pk).relationship
    assert circle is not None and circle.format == "circle"
    seats = Member.objects.filter(relationship=circle)
    assert seats.count() == first.asks.count() - 1
    assert not seats.filter(enrolment=leaves.enrolment).exists()
    while Offer.objects.get(pk=second.pk).is_open:
        actions.say_no(ask=asked(second), now=THEN)
    assert Relationship.objects.count() == 1


def test_reasons_are_seen_from_five_on_and_own_words_from_ten() -> None:
    cohort = make_cohort()
    tally = ReasonTally.objects.create(cohort=cohort, reason="time", count=4)
    for number in range(9):
        ReasonWords.objects.create(cohort=cohort, text=f"Reason {9 - number}")
    assert answers.reasons(cohort) == [] and answers.own_words(cohort) == []
    tally.count = 5
    tally.save()
    ReasonWords.objects.create(cohort=cohort, text="Reason 0")
    assert answers.reasons(cohort) == [("Not enough time just now", 5)]
    assert answers.own_words(cohort)[:2] == ["Reason 0", "Reason 1"]
