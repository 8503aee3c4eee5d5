"""What the audit keeps of somebody's calendars: what was done, never an address."""

from datetime import datetime

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.people.models import Person


def note_calendar(person: Person, actor: Actor, now: datetime, what: str) -> None:
    """Keep that a person's calendars changed; `what` is a few words of ours."""
    record(
        actor=actor,
        now=now,
        verb=Verb.CALENDAR_CHANGED,
        subject=f"person:{person.public_id}",
        what=what,
    )
