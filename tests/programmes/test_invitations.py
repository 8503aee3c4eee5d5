"""Inviting in waves, answering, asking again, finishing: through the actions."""

from datetime import date, timedelta

import pytest
from django.core import mail

from tests.cast import THEN, user
from tests.factories.invitations import an_invitation, newest
from tests.factories.programmes import a_cohort, a_person, an_enrolment
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR
from viceversa.notifications.models import Message
from viceversa.programmes.actions import invitation_answers as answers
from viceversa.programmes.actions import invitations as actions
from viceversa.programmes.actions import profile
from viceversa.programmes.actions.enrolments import change_enrolment
from viceversa.programmes.models import Cohort, DeclineTally, Enrolment, Invitation, PersonalLink
from viceversa.programmes.queries import invitations as queries
from viceversa.programmes.queries.matching import admitted
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.eligibility import Eligibility, Limits

pytestmark = pytest.mark.django_db
WHO = {"actor": OPERATOR, "now": THEN}
WHOLE = Details(first=(("podcasts", 2),), back=(("visibility", 5),), windows=((0, 480, 600),))


def plan(cohort: Cohort, **switches: bool) -> None:
    """Set how people come into a cohort."""
    usual = {"admits_itself": False, "takes_applications": False}
    actions.save_plan(cohort=cohort, words={}, **{**usual, **switches}, **WHO)


def test_a_mentee_is_invited_in_the_sponsors_name_and_in_lei() -> None:
    invitation = an_invitation(person=a_person("Silvia Cocco", level=7, languages=["it"]))
    assert invitation.enrolment.state == "invited"
    [letter] = mail.outbox
    assert letter.to == ["Silvia Cocco <" + invitation.enrolment.person.email + ">"]
    assert "Lucia Bonfanti" in letter.subject
    assert "Desidero invitarLa" in letter.body and "Lucia Bonfanti" in letter.body
    line = Line.objects.latest("pk")
    assert line.verb == "invitation.sent" and line.facts["count"] == 1


def test_the_token_itself_is_nowhere_in_the_database() -> None:
    invitation = an_invitation()
    link = PersonalLink.objects.get()
    token = mail.outbox[0].body.split("/i/")[1].split("/")[0]
    assert len(token) >= 43 and link.digest != token
    assert token not in str(list(PersonalLink.objects.values()) + list(Message.objects.values()))
    assert queries.link_of(token, THEN) == link
    assert invitation.expires_at == THEN + timedelta(days=30)


def test_mentors_wait_for_the_second_wave() -> None:
    cohort = a_cohort()
    with pytest.raises(actions.UnableToInvite, match="second wave"):
        actions.invite(cohort=cohort, people=[a_person(level=2)], role="mentor", **WHO)
    assert an_invitation(cohort, role="mentor").enrolment.role == "mentor"


def test_one_without_an_address_stops_all_by_name() -> None:
    people = [a_person(level=7), a_person("Gaia Ferretti", level=7, email="")]
    with pytest.raises(actions.UnableToInvite) as refused:
        actions.invite(cohort=a_cohort(), people=people, role="mentee", **WHO)
    assert refused.value.details == ("Gaia Ferretti",)
    assert not Enrolment.objects.exists() and not mail.outbox


def test_a_cohort_that_is_not_open_invites_nobody() -> None:
    with pytest.raises(actions.UnableToInvite, match="not open yet"):
        an_invitation(a_cohort(opened=False))


def test_inviting_twice_writes_once() -> None:
    first = an_invitation()
    enrolment = first.enrolment
    again = actions.invite(cohort=enrolment.cohort, people=[enrolment.person], role="mentee", **WHO)
    assert again == [] and len(mail.outbox) == 1


def test_reminders_come_neither_too_soon_nor_too_often() -> None:
    invitation = an_invitation()
    cohort = invitation.enrolment.cohort
    sent = [
        len(actions.remind(cohort=cohort, actor=OPERATOR, now=THEN + timedelta(days=day)))
        for day in (1, 4, 5, 8, 12, 16)
    ]
    assert sent == [0, 1, 0, 1, 0, 0]
    assert newest(invitation.enrolment).kind == "invitation-reminder"


def test_whoever_answered_is_not_reminded() -> None:
    invitation = an_invitation()
    answers.decline(invitation=invitation, **WHO)
    later = THEN + timedelta(days=9)
    assert queries.remindable(invitation.enrolment.cohort, later) == 0
    assert not actions.remind(cohort=invitation.enrolment.cohort, actor=OPERATOR, now=later)


def test_later_asks_again_on_the_day_and_once() -> None:
    invitation = an_invitation()
    answers.later(invitation=invitation, days=14, **WHO)
    asked = [
        actions.ask_again(actor=OPERATOR, now=THEN + timedelta(days=day)) for day in (13, 14, 15)
    ]
    assert asked == [0, 1, 0]
    invitation.refresh_from_db()
    assert invitation.answer == "none" and invitation.ask_again_on is None


def test_only_the_times_offered_are_taken() -> None:
    with pytest.raises(answers.UnableToAnswer):
        answers.later(invitation=an_invitation(), days=400, **WHO)


def test_an_invitation_taken_back_is_over_and_may_be_sent_again() -> None:
    invitation = an_invitation()
    enrolment = invitation.enrolment
    actions.revoke(invitation=invitation, **WHO)
    assert PersonalLink.objects.exclude(revoked_at=None).count() == 1
    with pytest.raises(answers.UnableToAnswer, match="taken back"):
        answers.accept(invitation=invitation, **WHO)
    [again] = actions.invite(
        cohort=enrolment.cohort, people=[enrolment.person], role="mentee", **WHO
    )
    assert again.pk == invitation.pk and again.revoked_at is None
    assert PersonalLink.objects.filter(revoked_at=None).count() == 1


def test_whoever_declined_is_not_written_to_again() -> None:
    invitation = an_invitation()
    answers.decline(invitation=invitation, **WHO)
    people = [invitation.enrolment.person]
    sent = actions.invite(cohort=invitation.enrolment.cohort, people=people, role="mentee", **WHO)
    assert sent == []


def test_a_no_may_become_a_yes() -> None:
    invitation = an_invitation()
    answers.decline(invitation=invitation, **WHO)
    answers.accept(invitation=invitation, **WHO)
    assert Enrolment.objects.get().state == "invited"


def test_reasons_are_counted_without_names_and_shown_from_five_on() -> None:
    cohort = a_cohort()
    for reason in ["time"] * 5 + ["unclear"] * 4:
        answers.decline(invitation=an_invitation(cohort), reason=reason, **WHO)
    assert queries.reasons(cohort) == [("Too little time this year", 5)]
    fields = {field.name for field in DeclineTally._meta.get_fields()}
    assert fields == {"id", "cohort", "role", "reason", "count"}
    told = [line.facts for line in Line.objects.filter(verb="invitation.answered")]
    assert told == [{"answer": "no"}] * 9
    assert "time" not in str(list(Invitation.objects.values_list("answer", "reason_given")))


def test_a_reason_counts_once_a_person() -> None:
    invitation = an_invitation()
    for _again in range(3):
        answers.decline(invitation=invitation, reason="time", **WHO)
        answers.accept(invitation=invitation, **WHO)
    assert DeclineTally.objects.get().count == 1


@pytest.mark.parametrize(("itself", "state"), [(False, "applied"), (True, "admitted")])
def test_a_whole_profile_is_handed_in_once(itself: bool, state: str) -> None:
    invitation = an_invitation()
    plan(invitation.enrolment.cohort, admits_itself=itself)
    answers.accept(invitation=invitation, **WHO)
    with pytest.raises(profile.UnableToTakePart):
        profile.finish(enrolment=invitation.enrolment, **WHO)
    change_enrolment(enrolment=invitation.enrolment, details=WHOLE, **WHO)
    for _twice in range(2):
        done = profile.finish(enrolment=invitation.enrolment, **WHO)
        assert done.state == state
    confirmed = Message.objects.filter(kind="enrolment-confirmed")
    assert confirmed.count() == 1
    assert list(PersonalLink.objects.values_list("purpose", flat=True)) == ["answer", "place"]


def test_a_profile_before_a_yes_is_not_handed_in() -> None:
    invitation = an_invitation()
    change_enrolment(enrolment=invitation.enrolment, details=WHOLE, **WHO)
    with pytest.raises(profile.UnableToTakePart, match="Answer the invitation"):
        profile.finish(enrolment=invitation.enrolment, **WHO)


def test_the_coordinator_admits_those_who_applied_and_they_are_told() -> None:
    invitation = an_invitation()
    cohort = invitation.enrolment.cohort
    answers.accept(invitation=invitation, **WHO)
    change_enrolment(enrolment=invitation.enrolment, details=WHOLE, **WHO)
    profile.finish(enrolment=invitation.enrolment, **WHO)
    ids = [invitation.enrolment.public_id]
    assert [e.state for e in actions.admit(cohort=cohort, ids=ids, **WHO)] == ["admitted"]
    assert actions.admit(cohort=cohort, ids=ids, **WHO) == []
    assert "confirmed" in mail.outbox[-1].subject or "conferma" in mail.outbox[-1].subject


def test_a_pause_keeps_out_of_matching_and_ends() -> None:
    enrolment = an_enrolment(a_cohort())
    profile.pause(enrolment=enrolment, **WHO)
    assert admitted(enrolment.cohort) == []
    profile.resume(enrolment=enrolment, **WHO)
    assert len(admitted(enrolment.cohort)) == 1


def test_withdrawing_ends_every_link() -> None:
    invitation = an_invitation()
    profile.withdraw(enrolment=invitation.enrolment, **WHO)
    assert not PersonalLink.objects.filter(revoked_at=None).exists()


def test_applying_unasked_needs_a_cohort_that_takes_applications() -> None:
    cohort, person = a_cohort(), a_person(level=2)
    with pytest.raises(profile.UnableToTakePart):
        profile.apply_for(cohort=cohort, person=person, role="mentor", **WHO)
    plan(cohort, takes_applications=True)
    for _twice in range(2):
        enrolment = profile.apply_for(cohort=cohort, person=person, role="mentor", **WHO)
        assert enrolment.state == "applied"
    assert Enrolment.objects.filter(person=person).count() == 1


def test_a_newcomer_is_told_from_which_day() -> None:
    limits = Eligibility(mentor=Limits(tenure=6), mentee=Limits(lowest_level=5))
    cohort = a_cohort(eligibility=limits)
    plan(cohort, takes_applications=True)
    person = a_person(level=2, hired_on=date(2026, 9, 1), user=user("participant"))
    mentee, mentor = sorted(
        queries.openings(person, date(2026, 9, 7)), key=lambda opening: opening.only_tenure
    )
    assert mentor.only_tenure and mentor.earliest == date(2027, 3, 1)
    assert mentee.obstacles == ("seniority below the limit",)
    with pytest.raises(Exception, match="may not take part"):
        profile.apply_for(cohort=cohort, person=person, role="mentor", **WHO)
