"""An agenda goes from mentor to mentee and back: prepared, sent, added to, confirmed."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import THEN
from tests.factories.plans import a_meeting, a_meeting_held
from tests.factories.relationships import Bond, a_bond
from viceversa.notifications.models import Message
from viceversa.relationships.actions import plans
from viceversa.relationships.models import Agenda, AgendaItem, Meeting
from viceversa.relationships.queries.plans import AgendaShown, agenda_of, agenda_state, outline

pytestmark = pytest.mark.django_db
MENTOR, MENTEE = 0, 1


@pytest.fixture
def bond() -> Bond:
    return a_bond()


def by(bond: Bond, index: int, meeting: Meeting) -> dict[str, Any]:
    """Return who does it, to which meeting, when."""
    who = {"member": bond.members[index], "actor": bond.actor(index)}
    return who | {"meeting": meeting, "now": THEN}


def point(bond: Bond, meeting: Meeting, minutes: int, gives: str, title: str = "A point") -> Any:
    words = {"title": title, "text": "", "minutes": minutes, "gives": gives}
    return plans.write_item(**by(bond, MENTOR, meeting), item=None, **words)


def seen(bond: Bond, index: int, meeting: Meeting, number: int = 1) -> AgendaShown:
    return agenda_of(bond.members[index], meeting, number, THEN)


def sent(bond: Bond, meeting: Meeting) -> None:
    point(bond, meeting, 20, "mentor")
    point(bond, meeting, 15, "mentee")
    plans.send_agenda(**by(bond, MENTOR, meeting))


def mails() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("kind", "name"))


def test_it_opens_with_the_last_experiment_and_ends_with_the_next(bond: Bond) -> None:
    a_meeting_held(bond)
    mentee = {"member": bond.members[MENTEE], "actor": bond.actor(MENTEE), "now": THEN}
    tried = plans.choose_experiment(**mentee, text="Ask for the source once.")
    plans.note_outcome(**mentee, experiment=tried, outcome="It was last year’s.")
    meeting = a_meeting(bond)
    point(bond, meeting, 20, "mentor", "Something with the hands")
    shown = seen(bond, MENTOR, meeting, 2)
    assert [item.kind for item in shown.items] == ["experiment", "plain", "next"]
    assert shown.experiment is not None
    assert shown.experiment.outcome == "It was last year’s."


def test_the_mentee_reads_it_only_once_it_is_sent(bond: Bond) -> None:
    meeting = a_meeting(bond)
    point(bond, meeting, 20, "mentor")
    before = seen(bond, MENTEE, meeting)
    assert before.hidden
    assert before.items == []
    point(bond, meeting, 10, "mentee")
    plans.send_agenda(**by(bond, MENTOR, meeting))
    assert len(seen(bond, MENTEE, meeting).items) == 3
    assert mails() == [("agenda-sent", "Francesca Dell’Orto")]


def test_it_is_not_sent_one_way_or_too_long(bond: Bond) -> None:
    meeting = a_meeting(bond)
    point(bond, meeting, 20, "mentor")
    with pytest.raises(plans.UnableToPrepare, match="Nothing comes back"):
        plans.send_agenda(**by(bond, MENTOR, meeting))
    point(bond, meeting, 30, "mentee")
    with pytest.raises(plans.UnableToPrepare, match="55 minutes and the meeting has 45"):
        plans.send_agenda(**by(bond, MENTOR, meeting))
    assert mails() == []


def test_the_mentee_confirms_it_and_the_mentor_is_told(bond: Bond) -> None:
    meeting = a_meeting(bond)
    sent(bond, meeting)
    plans.approve_agenda(**by(bond, MENTEE, meeting))
    plans.approve_agenda(**by(bond, MENTEE, meeting))
    meeting.refresh_from_db()
    assert agenda_state(meeting) == "approved"
    assert mails()[1:] == [("agenda-approved", "Nicolò Pavesi")]


def test_a_change_after_the_yes_asks_for_it_again_and_must_still_fit(bond: Bond) -> None:
    meeting = a_meeting(bond)
    sent(bond, meeting)
    plans.approve_agenda(**by(bond, MENTEE, meeting))
    with pytest.raises(plans.UnableToPrepare):
        point(bond, meeting, 30, "mentor")
    assert seen(bond, MENTOR, meeting).state == "approved"
    point(bond, meeting, 5, "mentor")
    assert seen(bond, MENTOR, meeting).state == "sent"


def test_a_point_of_the_mentee_takes_no_minutes_until_it_is_given_some(bond: Bond) -> None:
    meeting = a_meeting(bond)
    sent(bond, meeting)
    item = plans.ask_for_item(**by(bond, MENTEE, meeting), text="And what about Lyon?")
    shown = seen(bond, MENTOR, meeting)
    assert (shown.used, shown.items[-1].asked_by) == (40, "Francesca")
    assert mails()[-1] == ("agenda-question", "Nicolò Pavesi")
    words = {"title": "", "text": "And what about Lyon?", "minutes": 5, "gives": "mentor"}
    plans.write_item(**by(bond, MENTOR, meeting), item=item.pk, **words)
    assert seen(bond, MENTOR, meeting).used == 45


def test_only_the_mentor_writes_and_only_the_mentee_confirms(bond: Bond) -> None:
    meeting = a_meeting(bond)
    with pytest.raises(plans.UnableToPrepare):
        plans.begin_agenda(**by(bond, MENTEE, meeting))
    sent(bond, meeting)
    with pytest.raises(plans.UnableToPrepare):
        plans.approve_agenda(**by(bond, MENTOR, meeting))
    with pytest.raises(plans.UnableToPrepare):
        plans.lift_item(**by(bond, MENTEE, meeting), item=1)


def test_points_are_put_in_order_and_taken_off(bond: Bond) -> None:
    meeting = a_meeting(bond)
    first, second = (
        point(bond, meeting, 5, "mentor", "One"),
        point(bond, meeting, 5, "mentee", "Two"),
    )
    plans.lift_item(**by(bond, MENTOR, meeting), item=second.pk)
    plans.lift_item(**by(bond, MENTOR, meeting), item=second.pk)
    assert [item.title for item in seen(bond, MENTOR, meeting).items] == ["Two", "One", ""]
    plans.drop_item(**by(bond, MENTOR, meeting), item=first.pk)
    assert [item.kind for item in seen(bond, MENTOR, meeting).items] == ["plain", "next"]


@pytest.mark.parametrize(("minutes", "planned"), [(45, 40), (30, 30), (60, 40)])
def test_a_session_plan_is_cut_to_the_minutes_of_the_meeting(
    bond: Bond, minutes: int, planned: int
) -> None:
    meeting = a_meeting(bond, minutes=minutes)
    plans.use_plan(**by(bond, MENTOR, meeting), code="read-a-chart", language="it")
    shown = seen(bond, MENTOR, meeting)
    assert shown.used == planned
    assert shown.faults == ()
    assert shown.first_idea.startswith("Scegli un grafico")
    plans.send_agenda(**by(bond, MENTOR, meeting))


def test_a_kit_brings_its_own_beginning_and_end(bond: Bond) -> None:
    meeting = a_meeting(bond)
    plans.use_plan(**by(bond, MENTOR, meeting), code="ground-rules-and-a-walk", language="en")
    assert {item.kind for item in seen(bond, MENTOR, meeting).items} == {"plain"}
    assert seen(bond, MENTOR, meeting).left == 0


def test_no_plan_where_no_minutes_are_left(bond: Bond) -> None:
    meeting = a_meeting(bond)
    point(bond, meeting, 38, "mentor")
    with pytest.raises(plans.UnableToPrepare, match="Too few minutes"):
        plans.use_plan(**by(bond, MENTOR, meeting), code="read-a-chart", language="en")
    assert AgendaItem.objects.exclude(plan="").count() == 0


def test_an_agenda_of_another_relationship_or_of_the_past_is_out_of_reach(bond: Bond) -> None:
    for meeting in (a_meeting(a_bond()), a_meeting_held(bond)):
        with pytest.raises(plans.UnableToPrepare):
            plans.begin_agenda(**by(bond, MENTOR, meeting))
    assert Agenda.objects.count() == 0


def test_from_the_third_meeting_on_rung_three_is_suggested(bond: Bond) -> None:
    meeting = a_meeting(bond)
    assert seen(bond, MENTOR, meeting, 2).upwards == []
    assert {plan.rung for plan in seen(bond, MENTOR, meeting, 3).upwards} == {"strategy"}
    plans.use_plan(**by(bond, MENTOR, meeting), code="a-small-bet", language="en")
    assert seen(bond, MENTOR, meeting, 3).upwards == []
    assert seen(bond, MENTEE, meeting, 3).upwards == []


def test_in_a_circle_all_mentees_get_it_and_what_both_give_is_enough() -> None:
    circle = a_bond(2, 2, circle=True)
    meeting = a_meeting(circle, minutes=60)
    point(circle, meeting, 40, "both")
    plans.send_agenda(**by(circle, 0, meeting))
    assert sorted(name for _kind, name in mails()) == ["Francesca Dell’Orto", "Stefano Arrighi"]


def test_the_mentor_is_reminded_once_a_day_before_it_is_due(bond: Bond) -> None:
    meeting = a_meeting(bond)
    early = meeting.starts_at - timedelta(hours=80)
    soon = meeting.starts_at - timedelta(hours=70)
    assert plans.remind_of_agendas(now=early) == 0
    assert plans.remind_of_agendas(now=soon) == 1
    assert plans.remind_of_agendas(now=soon + timedelta(hours=1)) == 0
    assert mails() == [("agenda-due", "Nicolò Pavesi")]
    sent(bond, meeting)
    assert [item.kind for item in seen(bond, MENTOR, meeting).items][-1] == "next"


def test_nobody_is_reminded_of_what_was_sent_or_is_a_short_one(bond: Bond) -> None:
    meeting = a_meeting(bond)
    sent(bond, meeting)
    a_meeting(bond, minutes=15, keep_alive=True)
    assert plans.remind_of_agendas(now=meeting.starts_at - timedelta(hours=50)) == 0


def test_from_outside_one_sees_dates_states_and_whether_it_was_sent(bond: Bond) -> None:
    a_meeting_held(bond)
    a_meeting(bond, state="cancelled")
    sent(bond, a_meeting(bond))
    assert [(one.state, one.agenda_sent) for one in outline(bond.relationship)] == [
        ("Agreed", True),
        ("Held", False),
    ]
