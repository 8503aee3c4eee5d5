"""The guard tells the people first, the coordinator later, once, and forgets what has passed."""

from datetime import datetime, timedelta

import pytest
from django.core.mail import EmailMessage
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.care import a_meeting, moved, speak_english
from tests.factories.relationships import Bond, a_bond
from viceversa.audit.models import Line
from viceversa.kernel.actor import OPERATOR, Actor
from viceversa.notifications.models import Message
from viceversa.relationships.actions import move
from viceversa.relationships.actions.momentum import (
    UnableToRespond,
    UnableToTune,
    call_done,
    flag_lines,
    guard,
    say_on_it,
    send_response,
    snooze,
    tune,
    waive_line,
)
from viceversa.relationships.choices import RelationshipState, Signal
from viceversa.relationships.models import Nudge

pytestmark = pytest.mark.django_db
CHIARA = Actor(kind="user", name="Chiara Lorenzetti", user_id=7)


def day(number: float) -> datetime:
    return THEN + timedelta(days=number)


def signed(bond: Bond) -> Bond:
    bond.begin()
    for index in range(len(bond.members)):
        bond.sign(index)
    return bond


def quiet() -> Bond:
    bond = signed(a_bond())
    a_meeting(bond, day(5))
    return bond


def test_a_signal_is_noted_and_told_once_then_settled_by_a_meeting() -> None:
    bond = quiet()
    assert guard(now=day(40)).noticed == 0
    assert guard(now=day(41)).noticed == 1
    assert guard(now=day(41.1)).noticed == 0
    [nudge] = Nudge.objects.all()
    assert (nudge.signal, nudge.facts) == ("quiet", {"days": 36})
    told = Message.objects.filter(kind="nudge").values_list("email", flat=True)
    assert set(told) == {member.person.email for member in bond.members}
    a_meeting(bond, day(42))
    assert guard(now=day(43)).mended == 1
    nudge.refresh_from_db()
    assert nudge.mended


def test_the_numbers_of_a_signal_grow_with_the_days() -> None:
    quiet()
    guard(now=day(41))
    guard(now=day(45))
    assert Nudge.objects.get().facts == {"days": 39}  # from the end of the meeting


def test_what_pauses_has_no_signal_any_more() -> None:
    bond = quiet()
    guard(now=day(41))
    for state in (RelationshipState.ACTIVE, RelationshipState.PAUSED):
        move(relationship=bond.relationship, to=state, actor=OPERATOR, now=day(42))
    assert guard(now=day(43)).mended == 1


def test_moves_count_whoever_made_them_and_nobody_is_named() -> None:
    bond = signed(a_bond())
    moved(a_meeting(bond, day(12), "agreed"), day(3), day(5))
    guard(now=day(6))
    nudge = Nudge.objects.get(signal=Signal.MOVES)
    assert nudge.facts == {"moves": 2}
    line = Line.objects.get(verb="nudge.sent")
    assert (line.actor_kind, line.actor_user) == ("system", None)


def test_the_people_have_grace_and_once_more_if_they_are_on_it() -> None:
    bond = quiet()
    guard(now=day(41))
    nudge = Nudge.objects.get()
    assert nudge.shown_at == day(45)
    with pytest.raises(UnableToRespond, match="for themselves"):
        call_done(nudge=nudge, actor=CHIARA, now=day(44))
    say_on_it(nudge=nudge, member=bond.members[0], now=day(44))
    say_on_it(nudge=nudge, member=bond.members[1], now=day(47))  # asked once
    nudge.refresh_from_db()
    assert nudge.shown_at == day(48)
    with pytest.raises(UnableToRespond, match="another relationship"):
        say_on_it(nudge=nudge, member=a_bond().members[0], now=day(44))


def test_the_mentee_hears_first_of_fifteen_minutes(mailoutbox: list[EmailMessage]) -> None:
    bond = quiet()
    speak_english(bond)
    guard(now=day(41))
    nudge = Nudge.objects.get()
    told = send_response(nudge=nudge, times=[day(47)], actor=CHIARA, now=day(46))
    assert [member.pk for member in told] == [bond.members[1].pk]
    mail = mailoutbox[-1]
    assert bond.members[1].person.email in mail.to[0]
    assert "Chiara Lorenzetti suggests fifteen minutes" in " ".join(str(mail.body).split())
    nudge.refresh_from_db()
    assert nudge.snoozed_until == day(53)


def test_a_circle_is_told_as_a_whole() -> None:
    signed(a_bond(mentors=2, mentees=2, circle=True))
    guard(now=day(22))
    nudge = Nudge.objects.get(signal=Signal.FIRST_MEETING)
    told = send_response(nudge=nudge, actor=CHIARA, now=day(30))
    assert len(told) == 4


def test_waiting_and_done_are_written_down_and_done_comes_back_after_four_weeks() -> None:
    quiet()
    guard(now=day(41))
    nudge = Nudge.objects.get()
    snooze(nudge=nudge, actor=CHIARA, now=day(46))
    call_done(nudge=nudge, actor=CHIARA, now=day(54))
    assert guard(now=day(55)).noticed == 0
    assert guard(now=day(83)).noticed == 1
    outcomes = [line.facts["outcome"] for line in Line.objects.filter(verb="nudge.settled")]
    assert outcomes == ["later", "done"]


def test_a_cohort_has_its_own_numbers_within_bounds() -> None:
    bond = quiet()
    cohort = bond.relationship.cohort
    tune(cohort=cohort, values={"quiet_days": 60}, actor=CHIARA, now=day(1))
    assert guard(now=day(41)).noticed == 0
    with pytest.raises(UnableToTune):
        tune(cohort=cohort, values={"quiet_days": 2}, actor=CHIARA, now=day(1))
    line = Line.objects.get(verb="momentum.changed")
    assert line.facts == {"quiet_days": 60}


def test_a_reporting_line_is_shown_at_once_waived_with_a_reason_and_not_flagged_again() -> None:
    bond = a_bond()
    rules = {"reporting-line": (bond.members[0].person_id, bond.members[1].person_id)}
    nudge = flag_lines(relationship=bond.relationship, rules=rules, now=THEN)
    assert nudge
    assert flag_lines(relationship=bond.relationship, rules=rules, now=THEN) == nudge
    assert not Message.objects.filter(kind__startswith="nudge").exists()
    with pytest.raises(UnableToRespond, match="nothing is sent"):
        send_response(nudge=nudge, actor=CHIARA, now=THEN)
    with pytest.raises(UnableToRespond, match="Say why"):
        waive_line(nudge=nudge, reason=" ", actor=CHIARA, now=THEN)
    waive_line(nudge=nudge, reason="Both asked for it.", actor=CHIARA, now=THEN)
    bond.relationship.refresh_from_db()
    assert bond.relationship.overridden_rules == ["reporting-line"]
    assert flag_lines(relationship=bond.relationship, rules=rules, now=day(1)) is None
    assert Line.objects.filter(verb="relationship.flagged").count() == 1


def test_a_line_that_is_gone_takes_its_flag_with_it() -> None:
    bond = a_bond()
    rules = {"reporting-line": (bond.members[0].person_id, bond.members[1].person_id)}
    flag_lines(relationship=bond.relationship, rules=rules, now=THEN)
    guard(now=day(1))  # not the guard's to judge
    assert Nudge.objects.filter(signal=Signal.LINE, settled_at=None).exists()
    assert flag_lines(relationship=bond.relationship, rules={}, now=day(2)) is None
    assert Nudge.objects.get(signal=Signal.LINE).mended


def test_the_channel_is_told_when_something_comes_onto_the_list(settings: Settings) -> None:
    settings.CHAT_CHANNEL_URL = "json://chat.altavalle.example/"
    quiet()
    guard(now=day(41))  # the people first
    told = Message.objects.filter(road="chat")
    assert not told.exists()
    shown = Nudge.objects.get().shown_at
    guard(now=shown)
    guard(now=shown + timedelta(hours=2))
    assert [word.kind for word in told] == ["coordinators-list"]
    guard(now=shown + timedelta(days=3))  # nothing new since
    assert told.count() == 1
