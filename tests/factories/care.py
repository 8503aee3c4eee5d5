"""A counsellor for a relationship, meetings as facts, and the guard's look at one of them."""

from datetime import datetime, timedelta
from typing import Any

from tests.factories.programmes import a_person
from tests.factories.relationships import Bond
from viceversa.people.models import Person
from viceversa.relationships.choices import MeetingState
from viceversa.relationships.models import Meeting, Move


def a_counsellor(bond: Bond, person: Person | None = None) -> Person:
    """Name somebody (Teresa unless given) counsellor of the programme of a relationship."""
    counsellor = person or a_person("Teresa Moroni", level=4)
    name_counsellor(bond, counsellor)
    return counsellor


def name_counsellor(bond: Bond, counsellor: Person | None) -> None:
    """Name this counsellor, or nobody."""
    programme = bond.relationship.cohort.programme
    programme.counsellor = counsellor
    programme.save(update_fields=["counsellor"])
    for member in bond.members:
        member.relationship.cohort.programme = programme


def speak_english(bond: Bond) -> None:
    """Let everybody of a relationship read their mail in English."""
    for member in bond.members:
        member.person.languages = ["en"]
        member.person.save(update_fields=["languages"])


def a_meeting(
    bond: Bond, starts_at: datetime, state: str = MeetingState.HELD, **more: Any
) -> Meeting:
    """Write down a meeting of three quarters of an hour, in the state it is in."""
    held = state == MeetingState.HELD
    values = {
        "minutes": 45,
        "proposed_at": starts_at - timedelta(days=3),
        "held_at": starts_at + timedelta(hours=1) if held else None,
        **more,
    }
    return Meeting.objects.create(
        relationship=bond.relationship, state=state, starts_at=starts_at, **values
    )


def moved(meeting: Meeting, *times: datetime) -> Meeting:
    """Write down that a meeting was moved at these times."""
    for at in times:
        Move.objects.create(meeting=meeting, from_at=meeting.starts_at, to_at=None, at=at)
    return meeting
