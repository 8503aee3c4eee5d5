"""Experiments, goals, takeaways, questions: whose they are, and that nothing is counted twice."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.cast import THEN
from tests.factories.plans import a_meeting, a_meeting_held
from tests.factories.relationships import Bond, a_bond
from viceversa.notifications.models import Message
from viceversa.relationships.actions import move, plans
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Experiment
from viceversa.relationships.queries.plans import (
    current_experiment,
    goals,
    ideas_for,
    open_questions,
    takeaways,
)

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1


@pytest.fixture
def bond() -> Bond:
    return a_bond()


def by(bond: Bond, index: int) -> dict[str, Any]:
    return {"member": bond.members[index], "actor": bond.actor(index), "now": THEN}


def test_there_is_one_experiment_at_a_time_and_it_is_the_mentees_choice(bond: Bond) -> None:
    plans.choose_experiment(**by(bond, MENTEE), text="First")
    plans.choose_experiment(**by(bond, MENTEE), text="Second")
    current = current_experiment(bond.members[MENTEE])
    assert current is not None
    assert current.text == "Second"
    assert Experiment.objects.filter(state="set-aside").count() == 1
    with pytest.raises(plans.UnableToTry):
        plans.choose_experiment(**by(bond, MENTOR), text="For you")


def test_in_a_circle_everybody_may_try_something() -> None:
    circle = a_bond(2, 1, circle=True)
    for index in range(3):
        plans.choose_experiment(**by(circle, index), text=f"Mine {index}")
    assert Experiment.objects.filter(state="chosen").count() == 3


def test_the_ideas_are_those_of_the_last_meeting_if_its_agenda_was_sent(bond: Bond) -> None:
    assert ideas_for(bond.members[MENTEE]).ideas == []
    meeting = a_meeting(bond)
    where = {"meeting": meeting} | by(bond, MENTOR)
    plans.use_plan(**where, code="read-a-chart", language="en")
    plans.send_agenda(**where)
    meeting.state, meeting.held_at = "held", meeting.starts_at
    meeting.save()
    assert len(ideas_for(bond.members[MENTEE]).ideas) == 2


def test_what_is_told_of_it_can_be_written_anew_and_only_by_who_tried(bond: Bond) -> None:
    tried = plans.choose_experiment(**by(bond, MENTEE), text="Ask once")
    with pytest.raises(plans.UnableToTry):
        plans.note_outcome(**by(bond, MENTOR), experiment=tried, outcome="No")
    plans.note_outcome(**by(bond, MENTEE), experiment=tried, outcome="It worked.")
    again = plans.note_outcome(**by(bond, MENTEE), experiment=tried, outcome="It worked twice.")
    assert (again.outcome, again.tried_at) == ("It worked twice.", THEN)
    assert current_experiment(bond.members[MENTEE]) is None


def test_a_reminder_is_sent_once_in_the_morning_of_its_day(bond: Bond) -> None:
    tried = plans.choose_experiment(**by(bond, MENTEE), text="Ask once")
    plans.remind_of_experiment(**by(bond, MENTEE), experiment=tried, on=date(2026, 9, 10))
    assert plans.remind_of_experiments(now=datetime(2026, 9, 10, 2, 0, tzinfo=UTC)) == 0
    morning = datetime(2026, 9, 10, 8, 0, tzinfo=UTC)
    assert plans.remind_of_experiments(now=morning) == 1
    assert plans.remind_of_experiments(now=morning + timedelta(hours=1)) == 0
    message = Message.objects.get()
    assert (message.kind, message.name) == ("experiment-reminder", "Francesca Dell’Orto")
    assert "Ask once" not in message.text


def test_no_reminder_for_a_day_that_is_past(bond: Bond) -> None:
    tried = plans.choose_experiment(**by(bond, MENTEE), text="Ask once")
    with pytest.raises(plans.UnableToTry):
        plans.remind_of_experiment(**by(bond, MENTEE), experiment=tried, on=THEN.date())


def goal(bond: Bond, index: int, *steps: str, of: Any = None) -> Any:
    words = {"text": "I can read a chart", "measure": "One a month", "steps": steps}
    return plans.write_goal(**by(bond, index), goal=of, **words)


def test_a_step_that_stays_is_still_done_when_the_goal_is_written_anew(bond: Bond) -> None:
    mine = goal(bond, MENTEE, "Look", "Ask", "", "Ask")
    step = mine.steps.get(text="Look")
    plans.tick_step(**by(bond, MENTEE), goal=mine, step=step.pk, done=True)
    goal(bond, MENTEE, "Draw", "Look", of=mine)
    shown = goals(bond.members[MENTOR])[0]
    assert [(one.text, one.done_at is not None) for one in shown.steps] == [
        ("Draw", False),
        ("Look", True),
    ]
    assert (shown.done, shown.total, shown.mine) == (1, 2, False)


def test_a_goal_is_its_owners_alone(bond: Bond) -> None:
    mine = goal(bond, MENTEE, "Look")
    with pytest.raises(plans.UnableToSetGoal):
        goal(bond, MENTOR, "Something else", of=mine)
    with pytest.raises(plans.UnableToSetGoal):
        plans.close_goal(**by(bond, MENTOR), goal=mine, reached=True)


def test_a_goal_is_closed_and_taken_up_again(bond: Bond) -> None:
    mine = goal(bond, MENTOR)
    plans.close_goal(**by(bond, MENTOR), goal=mine, reached=True)
    assert goals(bond.members[MENTOR])[0].goal.state == "reached"
    plans.reopen_goal(**by(bond, MENTOR), goal=mine)
    assert goals(bond.members[MENTOR])[0].open


def test_five_goals_and_eight_steps_are_enough(bond: Bond) -> None:
    for _ in range(5):
        goal(bond, MENTEE)
    with pytest.raises(plans.UnableToSetGoal, match="5 goals"):
        goal(bond, MENTEE)
    with pytest.raises(plans.UnableToSetGoal, match="8 steps"):
        goal(bond, MENTOR, *"abcdefghi")


def test_both_keep_what_they_took_away_from_a_meeting_held(bond: Bond) -> None:
    held = a_meeting_held(bond)
    for index in (MENTOR, MENTEE):
        plans.write_takeaway(**by(bond, index), meeting=held, text=f"Number {index}")
    plans.write_takeaway(**by(bond, MENTOR), meeting=held, text="Better said")
    said = takeaways(bond.members[MENTOR])[held.pk]
    assert [(one.role, one.text, one.mine) for one in said] == [
        ("mentee", "Number 1", False),
        ("mentor", "Better said", True),
    ]
    with pytest.raises(plans.UnableToKeep):
        plans.write_takeaway(**by(bond, MENTOR), meeting=a_meeting(bond), text="Too early")


def test_a_question_is_answered_and_who_asked_is_told_without_its_words(bond: Bond) -> None:
    asked = plans.ask_question(**by(bond, MENTOR), text="Lyon or Turin?")
    assert open_questions(bond.members[MENTOR], THEN) == []
    assert [one.text for one in open_questions(bond.members[MENTEE], THEN)] == ["Lyon or Turin?"]
    with pytest.raises(plans.UnableToAsk):
        plans.answer_question(**by(bond, MENTOR), question=asked, text="Turin")
    plans.promise_answer(**by(bond, MENTEE), question=asked)
    plans.answer_question(**by(bond, MENTEE), question=asked, text="Neither.")
    message = Message.objects.get()
    assert (message.kind, message.name) == ("agenda-answer", "Nicolò Pavesi")
    assert "Neither" not in message.text
    assert "Lyon" not in message.text


def test_another_question_takes_the_place_of_the_first(bond: Bond) -> None:
    plans.ask_question(**by(bond, MENTOR), text="One?")
    plans.ask_question(**by(bond, MENTOR), text="Two?")
    assert [one.text for one in open_questions(bond.members[MENTEE], THEN)] == ["Two?"]
    with pytest.raises(plans.UnableToAsk):
        plans.ask_question(**by(bond, MENTEE), text="Three?")


def test_after_the_end_everything_can_only_be_read(bond: Bond) -> None:
    mine = goal(bond, MENTEE, "Look")
    move(relationship=bond.relationship, to=RelationshipState.CLOSED, actor=bond.actor(0), now=THEN)
    with pytest.raises(plans.UnableToSetGoal):
        plans.tick_step(**by(bond, MENTEE), goal=mine, step=mine.steps.get().pk, done=True)
    with pytest.raises(plans.UnableToTry):
        plans.choose_experiment(**by(bond, MENTEE), text="Late")
    with pytest.raises(plans.UnableToAsk):
        plans.ask_question(**by(bond, MENTOR), text="Late?")
