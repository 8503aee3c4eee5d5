"""Meetings to prepare and to look back on, for the tests of agendas and what follows."""

from datetime import datetime, timedelta
from typing import Any

from tests.cast import THEN
from tests.factories.relationships import Bond
from viceversa.relationships.actions import plans
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting

# A word of its own for every field of preparing and keeping.
KEPT = (
    *("Quokka agenda", "Quokka point", "Quokka idea", "Quokka experiment", "Quokka outcome"),
    *("Quokka goal", "Quokka measure", "Quokka step", "Quokka takeaway", "Quokka question"),
    "Quokka answer",
)


def a_meeting(bond: Bond, starts_at: datetime | None = None, **more: Any) -> Meeting:
    """Return an agreed meeting of a relationship, five days ahead unless said otherwise."""
    return Meeting.objects.create(
        relationship=bond.relationship,
        starts_at=starts_at or THEN + timedelta(days=5),
        **{"state": MeetingState.AGREED, "minutes": 45, "proposed_at": THEN, "agreed_at": THEN}
        | more,
    )


def a_meeting_held(bond: Bond, days_ago: int = 3) -> Meeting:
    """Return a meeting that took place."""
    at = THEN - timedelta(days=days_ago)
    return a_meeting(bond, at, state=MeetingState.HELD, held_at=at + timedelta(hours=1))


def prepare_and_keep(bond: Bond) -> Meeting:
    """Write a word of KEPT into every field; return the meeting whose agenda was sent."""
    ahead, held = a_meeting(bond), a_meeting_held(bond)
    mentor: dict[str, Any] = {"member": bond.members[0], "actor": bond.actor(0), "now": THEN}
    mentee: dict[str, Any] = {"member": bond.members[1], "actor": bond.actor(1), "now": THEN}
    for gives in ("mentor", "mentee"):
        words = {"title": KEPT[0], "text": KEPT[1], "minutes": 10, "gives": gives}
        plans.write_item(**mentor, meeting=ahead, item=None, **words)
    plans.write_ideas(**mentor, meeting=ahead, first=KEPT[2], second="")
    plans.send_agenda(**mentor, meeting=ahead)
    plans.ask_for_item(**mentee, meeting=ahead, text=KEPT[1])
    tried = plans.choose_experiment(**mentee, text=KEPT[3])
    plans.note_outcome(**mentee, experiment=tried, outcome=KEPT[4])
    plans.write_goal(**mentee, goal=None, text=KEPT[5], measure=KEPT[6], steps=[KEPT[7]])
    plans.write_takeaway(**mentor, meeting=held, text=KEPT[8])
    asked = plans.ask_question(**mentor, text=KEPT[9])
    plans.answer_question(**mentee, question=asked, text=KEPT[10])
    return ahead
