"""The private address of somebody's calendar: made, shown once, made anew, ended."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.links import fresh_token
from viceversa.people.models import Person
from viceversa.relationships.models import FeedAddress

ADDRESS = "/calendar/{token}.ics"


@transaction.atomic
def open_feed(*, person: Person, actor: Actor, now: datetime) -> str:
    """Make a new address and return its path; a former one ends, and this one is kept nowhere."""
    token, digest = fresh_token()
    FeedAddress.objects.update_or_create(
        person=person, defaults={"digest": digest, "created_at": now}
    )
    _record(person, actor, now, "address made")
    return ADDRESS.format(token=token)


@transaction.atomic
def close_feed(*, person: Person, actor: Actor, now: datetime) -> bool:
    """End the address at once; False where there was none."""
    deleted, _rows = FeedAddress.objects.filter(person=person).delete()
    if deleted:
        _record(person, actor, now, "address ended")
    return deleted > 0


def _record(person: Person, actor: Actor, now: datetime, what: str) -> None:
    record(
        actor=actor,
        now=now,
        verb=Verb.CALENDAR_CHANGED,
        subject=f"person:{person.public_id}",
        what=what,
    )
