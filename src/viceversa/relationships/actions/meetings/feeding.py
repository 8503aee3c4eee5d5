"""The private address of somebody's calendar: made, shown once, made anew, ended."""

from datetime import datetime

from django.db import transaction

from viceversa.kernel.actor import Actor
from viceversa.kernel.links import fresh_token
from viceversa.people.models import Person
from viceversa.relationships.actions.meetings.noting import note_calendar
from viceversa.relationships.models import FeedAddress

ADDRESS = "/calendar/{token}.ics"


@transaction.atomic
def open_feed(*, person: Person, actor: Actor, now: datetime) -> str:
    """Make a new address and return its path; a former one ends, and this one is kept nowhere."""
    token, digest = fresh_token()
    FeedAddress.objects.update_or_create(
        person=person, defaults={"digest": digest, "created_at": now}
    )
    note_calendar(person, actor, now, "address made")
    return ADDRESS.format(token=token)


@transaction.atomic
def close_feed(*, person: Person, actor: Actor, now: datetime) -> bool:
    """End the address at once; False where there was none."""
    deleted, _rows = FeedAddress.objects.filter(person=person).delete()
    if deleted:
        note_calendar(person, actor, now, "address ended")
    return deleted > 0
