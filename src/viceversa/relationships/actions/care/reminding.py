"""Reminding a counsellor of what waits longer than the two working days that were promised."""

from datetime import datetime

from django.db import transaction

from viceversa.relationships.actions.care.telling import tell_counsellor
from viceversa.relationships.choices import ConcernState
from viceversa.relationships.models import Concern


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
