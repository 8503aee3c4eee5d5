"""The last weeks: begin, look back, thank, choose, settle, pass it on."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from tests.cast import THEN
from tests.factories.endings import LATER, active, closing, fresh, held
from tests.factories.programmes import a_person
from viceversa.audit.models import Line
from viceversa.notifications.choices import Kind
from viceversa.notifications.models import Message
from viceversa.relationships.actions.closing import (
    UnableToChoose,
    UnableToClose,
    UnableToReflect,
    begin_closing,
    choose,
    close_due,
    daily,
    nominate,
    remind_due,
    send_thanks,
    write_reflection,
)
from viceversa.relationships.choices import NoteScope, Renewal
from viceversa.relationships.models import Closing, Reflection, Relationship
from viceversa.relationships.queries.closing import cohort_endings, farewell, nominations

pytestmark = pytest.mark.django_db
SECRET = "I was afraid of the first meeting."


@pytest.fixture(autouse=True)
def data_folder(settings: Settings, tmp_path: object) -> None:
    settings.DATA = tmp_path
    # Nothing is delivered here, whatever day the clock on the wall shows: rows keep their words.
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}


def answer(bond: object, *choices: Renewal) -> None:
    for index, choice in enumerate(choices):
        member = fresh(bond)[index]
        choose(member=member, choice=choice, actor=bond.actor(index), now=LATER)


def test_the_job_begins_reminds_and_closes_once() -> None:
    bond = active()
    until = bond.relationship.cohort.ends_on
    day = THEN.replace(year=until.year, month=until.month, day=until.day)
    early = daily(now=day - timedelta(days=22))
    begun = daily(now=day - timedelta(days=21))
    assert (early.begun, begun.begun) == (0, 1)
    assert daily(now=day - timedelta(days=21)).begun == 0
    due = Closing.objects.get().due_on
    assert due == until + timedelta(days=7)
    reminded = [daily(now=day + timedelta(days=days)).reminded for days in (-1, 0, 1)]
    assert reminded == [0, 1, 0]
    assert daily(now=day + timedelta(days=6)).closed == 0
    assert daily(now=day + timedelta(days=7)).closed == 1
    assert daily(now=day + timedelta(days=8)).closed == 0
    assert Relationship.objects.get().state == "closed"
    kinds = list(Message.objects.values_list("kind", flat=True))
    assert kinds.count(Kind.CLOSING_BEGUN) == 2
    assert kinds.count(Kind.CLOSING_REMINDER) == 2
    assert kinds.count(Kind.CLOSING_SETTLED) == 2


def test_the_meetings_of_the_plan_bring_it_on() -> None:
    bond = active()
    held(bond, 5)
    assert daily(now=LATER).begun == 0
    held_more = fresh(bond)
    assert held_more
    bond2 = active()
    held(bond2, 6)
    assert daily(now=LATER).begun == 1


def test_it_cannot_begin_before_anybody_met() -> None:
    bond = active()
    Relationship.objects.update(state="agreed")
    with pytest.raises(UnableToClose):
        begin_closing(member=fresh(bond)[0], today=LATER.date(), now=LATER)


def test_all_continue_and_a_new_period_opens() -> None:
    bond = closing(2, 1)
    answer(bond, Renewal.CONTINUE, Renewal.CONTINUE, Renewal.CONTINUE)
    former, following = Relationship.objects.order_by("pk")
    assert (former.state, following.state) == ("closed", "opened")
    assert following.origin_id == former.public_id
    assert following.ends_on is not None
    assert following.ends_on > LATER.date()
    people = [[m.person_id for m in one.members.all()] for one in (former, following)]
    assert people[0] == people[1]
    end = farewell(fresh(bond)[0], now=LATER)
    assert (end.outcome, end.following) == ("continued", following.public_id)


def test_turned_round_roles_swap_and_the_override_is_recorded() -> None:
    bond = closing()
    answer(bond, Renewal.TURN, Renewal.TURN)
    following = Relationship.objects.latest("pk")
    mentor, mentee = following.members.all()
    assert (mentor.person_id, mentee.person_id) == (
        bond.members[1].person_id,
        bond.members[0].person_id,
    )
    assert following.overridden_rules == ["seniority"]
    assert following.override_reason
    assert following.exchange == {
        "mentor": ["how-decisions-are-made"],
        "mentee": ["ai-assistants"],
    }
    assert Line.objects.filter(verb="relationship.overridden").exists()


def test_different_wishes_end_it_and_nobody_learns_who_wanted_what() -> None:
    bond = closing()
    answer(bond, Renewal.CONTINUE)
    waiting = farewell(fresh(bond)[1], now=LATER)
    assert (waiting.answered, waiting.choice, waiting.outcome) == (1, "", "")
    answer(bond, Renewal.TURN, Renewal.REST)
    assert Relationship.objects.get().state == "closed"
    assert Closing.objects.get().outcome == "concluded"
    rows = Message.objects.filter(kind=Kind.CLOSING_SETTLED)
    told = [" ".join(row.text.split()) for row in rows]
    names = [member.person.name for member in bond.members]
    alike = {body.replace(names[0], "—").replace(names[1], "—") for body in told}
    assert (len(told), len(alike)) == (2, 1)  # whoever reads it, it says the same
    facts = " ".join(str(line.facts) for line in Line.objects.all())
    assert not any(choice in facts for choice in ("continue", "'turn'", "'rest'"))


def test_a_circle_is_not_turned_round() -> None:
    bond = closing(2, 1, circle=True)
    with pytest.raises(UnableToChoose):
        answer(bond, Renewal.TURN)


def test_silence_is_not_consent() -> None:
    bond = closing()
    answer(bond, Renewal.CONTINUE)
    due = Closing.objects.get().due_on
    assert remind_due(today=due - timedelta(days=3), now=LATER) == 1
    reminded = Message.objects.filter(kind=Kind.CLOSING_REMINDER)
    assert [m.recipient_key for m in reminded] == [f"person:{bond.members[1].person.public_id}"]
    assert close_due(today=due, now=LATER + timedelta(days=30)) == 1
    assert Relationship.objects.get().state == "closed"


def test_a_private_reflection_is_sealed_and_a_shared_one_read_by_all() -> None:
    bond = closing()
    one, two = bond.members
    for scope, member, index in ((NoteScope.PRIVATE, one, 0), (NoteScope.SHARED, two, 1)):
        write_reflection(
            member=member,
            scope=scope,
            answers={"took": SECRET},
            actor=bond.actor(index),
            now=LATER,
        )
    sealed = Reflection.objects.get(author=one)
    assert SECRET not in str(vars(sealed))
    mine, theirs = farewell(one, now=LATER), farewell(two, now=LATER)
    assert mine.mine is not None
    assert mine.mine.answers == [("What do you take with you?", SECRET)]
    assert len(mine.theirs) == 1
    assert theirs.theirs == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Reflection.objects.filter(pk=sealed.pk).update(answers={"took": SECRET})


def test_a_reflection_says_something_and_comes_in_time() -> None:
    bond = active()
    member = fresh(bond)[0]
    with pytest.raises(UnableToReflect, match="while a relationship comes to its end"):
        write_reflection(
            member=member,
            scope=NoteScope.SHARED,
            answers={"took": "x"},
            actor=bond.actor(0),
            now=LATER,
        )
    with pytest.raises(UnableToReflect, match="Answer at least one"):
        write_reflection(
            member=member,
            scope=NoteScope.SHARED,
            answers={"took": " "},
            actor=bond.actor(0),
            now=LATER,
        )


def test_thanks_arrive_once_by_mail_with_the_words_escaped() -> None:
    bond = closing()
    text = "You are <b>brave</b>.\nThank you."
    send_thanks(member=bond.members[0], text=text, actor=bond.actor(0), now=LATER)
    [mail] = Message.objects.filter(kind=Kind.THANKS)
    assert mail.recipient_key == f"person:{bond.members[1].person.public_id}"
    assert "&lt;b&gt;brave" in mail.html
    assert [one.text for one in farewell(bond.members[1], now=LATER).thanks] == [text]
    with pytest.raises(UnableToReflect):
        send_thanks(member=bond.members[0], text="Again", actor=bond.actor(0), now=LATER)


def test_a_colleague_is_named_and_the_coordinator_sees_no_more_than_the_name() -> None:
    bond = closing()
    colleague = a_person("Rosa Bellini")
    nominate(member=bond.members[0], person=colleague, now=LATER)
    nominate(member=bond.members[1], person=colleague, now=LATER)
    [named] = nominations(bond.relationship.cohort)
    assert (named.person, named.times, named.enrolled) == (colleague, 2, False)
    nominate(member=bond.members[0], person=None, now=LATER)
    assert nominations(bond.relationship.cohort)[0].times == 1
    with pytest.raises(UnableToChoose):
        nominate(member=bond.members[0], person=bond.members[0].person, now=LATER)
    assert colleague.public_id not in str([line.facts for line in Line.objects.all()])


def test_choices_are_counted_from_five_answers_on() -> None:
    cohort = None
    for number in range(3):
        bond = closing()
        cohort = cohort or bond.relationship.cohort
        Relationship.objects.filter(pk=bond.relationship.pk).update(cohort=cohort)
        answer(bond, Renewal.CONTINUE, *([Renewal.REST] if number else []))
        figures = cohort_endings(cohort)
        assert figures.answers == (1, 3, 5)[number]
        assert figures.choices == (None, None, {"continue": 3, "rest": 2})[number]
