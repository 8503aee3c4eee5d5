"""Founding a programme and writing its charter."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.models import Objective, Programme
from viceversa.programmes.queries.programmes import charter_of
from viceversa.programmes.rules.charter import OBJECTIVES, Charter


class UnableToFoundProgramme(UnableTo):
    """The programme has no name, or another has the same."""


class UnableToSaveCharter(UnableTo):
    """The charter cannot be written as given."""


@transaction.atomic
def create_programme(*, name: str, actor: Actor, now: datetime) -> Programme:
    """Found a programme with an empty charter."""
    name = name.strip()
    if not name:
        raise UnableToFoundProgramme(_("The programme has no name. Give it one."))
    _refuse_same_name(name, UnableToFoundProgramme, except_for=None)
    try:
        with transaction.atomic():
            programme = Programme.objects.create(name=name, created_at=now)
    except IntegrityError as error:  # someone founded it at the same moment
        raise UnableToFoundProgramme(_same_name(name)) from error
    record(actor=actor, now=now, verb=Verb.PROGRAMME_CREATED, subject=_subject(programme))
    return programme


@transaction.atomic
def save_charter(
    *, programme: Programme, charter: Charter, actor: Actor, now: datetime
) -> Programme:
    """Write the charter; saving it unchanged leaves no trace.

    An incomplete charter may be saved: it is the opening of a cohort that asks for all of it.
    """
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    if charter == charter_of(programme):
        return programme
    _check_charter(charter, programme)
    programme.name = charter.name.strip()
    programme.purpose = charter.purpose
    programme.driver = charter.driver
    programme.sponsor_id = charter.sponsor
    programme.co_lead_id = charter.co_lead
    programme.answers_observations_id = charter.answers_observations
    programme.counsellor_id = charter.counsellor
    try:
        with transaction.atomic():
            programme.save()
    except IntegrityError as error:  # someone took the name at the same moment
        raise UnableToSaveCharter(_same_name(charter.name)) from error
    programme.objectives.all().delete()
    Objective.objects.bulk_create(
        Objective(programme=programme, position=i, text=text, measure=measure)
        for i, (text, measure) in enumerate(charter.objectives, start=1)
    )
    record(
        actor=actor,
        now=now,
        verb=Verb.CHARTER_CHANGED,
        subject=_subject(programme),
        objectives=len(charter.objectives),
    )
    return programme


def _check_charter(charter: Charter, programme: Programme) -> None:
    if not charter.name.strip():
        raise UnableToSaveCharter(_("The programme has no name. Give it one."))
    if len(charter.objectives) > OBJECTIVES[1]:
        raise UnableToSaveCharter(
            _("There are more than five objectives. Keep the five that matter most.")
        )
    _refuse_same_name(charter.name, UnableToSaveCharter, except_for=programme.pk)


def _refuse_same_name(name: str, error: type[UnableTo], except_for: int | None) -> None:
    if Programme.objects.filter(name__iexact=name.strip()).exclude(pk=except_for or 0).exists():
        raise error(_same_name(name))


def _same_name(name: str) -> str:
    return _("There is already a programme called “%(name)s”. Choose another name.") % {
        "name": name.strip()
    }


def _subject(programme: Programme) -> str:
    return f"programme:{programme.public_id}"
