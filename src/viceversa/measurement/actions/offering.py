"""Offering a second look: midway and at the end, to whoever took the first one."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from viceversa.measurement.models import SelfCheck
from viceversa.measurement.rules.waves import END_STAYS, wave_on
from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.models import Enrolment

PAGE = "/self-check/"


def offer_again(*, now: datetime) -> int:
    """Write to everybody whose cohort has reached a later moment than their last self-check.

    Once for each moment and person; whoever began by themselves is not written to, and neither is
    whoever never looked. Returns how many were written to. Nobody else learns of it.
    """
    today = localdate(now)
    begun = SelfCheck.objects.filter(
        begun_at__isnull=False, cohort__ends_on__gte=today - END_STAYS
    ).select_related("person", "cohort__programme")
    sent = 0
    for person, cohort in {(row.person, row.cohort): None for row in begun}:
        wave = wave_on(today, midpoint_on=cohort.midpoint_on, ends_on=cohort.ends_on)
        if wave is None or wave == "baseline":
            continue
        taking_part = Enrolment.objects.admitted().filter(person=person, cohort=cohort)
        if not taking_part.exists():
            continue
        with transaction.atomic():
            _row, made = SelfCheck.objects.get_or_create(
                person=person, cohort=cohort, wave=wave, defaults={"offered_at": now}
            )
            recipient = recipient_of(person) if made else None
            if recipient is None:
                continue
            enqueue(
                kind=Kind.SELF_CHECK_AGAIN,
                recipient=recipient,
                context={"programme": cohort.programme.name, "wave": wave, "path": PAGE},
                now=now,
            )
            sent += 1
    return sent
