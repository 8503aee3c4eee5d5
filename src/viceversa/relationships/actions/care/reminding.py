"""Counsellors: a sign-in beforehand, and a reminder of what waits longer than was promised."""

from datetime import datetime

from django.db import transaction

from viceversa.kernel.actor import SYSTEM
from viceversa.people.actions.sign_ins import let_in
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.models import Programme
from viceversa.relationships.actions.care.telling import tell_counsellor
from viceversa.relationships.choices import ConcernState
from viceversa.relationships.models import Concern


def let_counsellors_in(*, now: datetime) -> int:
    """Make a sign-in for every counsellor who has none yet; return how many.

    Done on its own time: made when a concern comes, it would tell that one has come.
    """
    named = Programme.objects.exclude(counsellor=None).values("counsellor")
    without = Person.objects.filter(pk__in=named, user=None).exclude(status=PersonStatus.LEFT)
    return sum(let_in(actor=SYSTEM, now=now, person=person) is not None for person in without)


@transaction.atomic
def remind_counsellors(*, now: datetime) -> int:
    """Write once about each concern that nobody has acknowledged in time; return how many."""
    waiting = Concern.objects.select_for_update(of=("self",)).filter(
        state=ConcernState.RAISED, answer_by__lte=now, reminded_at=None
    )
    found = list(waiting.select_related("counsellor", "author__person"))
    for concern in found:
        concern.reminded_at = now
        concern.save(update_fields=["reminded_at"])
        tell_counsellor(concern, now=now, overdue=True)
    return len(found)
