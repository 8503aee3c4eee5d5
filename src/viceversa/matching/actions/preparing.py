"""Preparing a round for a cohort."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.changing import OPEN, note_change
from viceversa.matching.models import Round
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort
from viceversa.programmes.rules.policy import read as read_policy


class UnableToPrepare(UnableTo):
    """The cohort cannot have a new round now."""


def prepare(*, cohort: Cohort, actor: Actor, now: datetime) -> Round:
    """Create the next round of an open cohort, with the cohort's policy as it is now."""
    with transaction.atomic():
        current = Cohort.objects.select_for_update().get(pk=cohort.pk)
        if current.state != CohortState.OPEN:
            raise UnableToPrepare(
                _("“%(cohort)s” is not open, so there is nobody to match. Open the cohort first.")
                % {"cohort": current.name}
            )
        if Round.objects.filter(cohort=current, state__in=OPEN).exists():
            raise UnableToPrepare(
                _(
                    "“%(cohort)s” has a round under way. Publish or discard it before preparing "
                    "another."
                )
                % {"cohort": current.name}
            )
        last = Round.objects.filter(cohort=current).aggregate(last=Max("number"))["last"] or 0
        round = Round.objects.create(
            cohort=current,
            number=last + 1,
            policy=read_policy(current.policy).write(),
            prepared_at=now,
        )
        note_change(round, actor=actor, now=now, verb=Verb.ROUND_PREPARED, number=round.number)
    return round
