"""Changing from when on a cohort's pairs get a push."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.models import Cohort
from viceversa.relationships.models import Watch
from viceversa.relationships.queries.momentum.facts import parameters_of
from viceversa.relationships.rules.momentum import BOUNDS, Parameters, read
from viceversa.relationships.rules.momentum.parameters import within


class UnableToTune(UnableTo):
    """A number is out of its bounds."""


@transaction.atomic
def tune(*, cohort: Cohort, values: Mapping[str, int], actor: Actor, now: datetime) -> Parameters:
    """Keep the parameters of a cohort; the next look of the guard goes by them."""
    wrong = [
        name for name, value in values.items() if name not in BOUNDS or not within(name, value)
    ]
    if wrong:
        raise UnableToTune(_("A number is out of its bounds. Nothing was changed."))
    before = parameters_of(cohort).as_json()
    after = read({**before, **values}).as_json()
    changed = {name: value for name, value in after.items() if value != before[name]}
    if changed:
        Watch.objects.update_or_create(cohort=cohort, defaults={"values": after})
        record(
            actor=actor,
            now=now,
            verb=Verb.MOMENTUM_CHANGED,
            subject=f"cohort:{cohort.public_id}",
            **changed,
        )
    return read(after)
