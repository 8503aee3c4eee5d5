"""Forgetting: every self-check of a person, what they were curious about, what they shared."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.measurement.models import Curiosity, SelfCheck
from viceversa.people.models import Person


@transaction.atomic
def forget_self_checks(*, person: Person, actor: Actor, now: datetime) -> int:
    """Delete all of it for good, shares included; return how many self-checks there were.

    The button of the page calls it now; erasing a person or a clock that runs out can as well.
    """
    rows = SelfCheck.objects.filter(person=person)
    there, curious = rows.count(), Curiosity.objects.filter(person=person)
    if there or curious.exists():
        rows.delete()
        curious.delete()
        record(
            actor=actor,
            now=now,
            verb=Verb.SELF_CHECK_CHANGED,
            subject=f"person:{person.public_id}",
            what="forgotten",
        )
    return there
