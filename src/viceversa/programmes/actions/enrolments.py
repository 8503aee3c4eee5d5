"""Enrolling people by hand, changing what an enrolment says, withdrawing and coming back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.actions.champions import disappear
from viceversa.programmes.actions.contents import BATCH, apply_to_row, write_contents
from viceversa.programmes.choices import CohortState, EnrolmentState, Obstacle, Role
from viceversa.programmes.messages import fault_sentence
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.queries.candidates import candidate_of
from viceversa.programmes.queries.champions import may_appear
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules import details as rules
from viceversa.programmes.rules import eligibility
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.transitions import enrolment_may

SHOWN = 12  # people named in one refusal
NAMED = 200  # people named in one audit line; the count is always of all


class UnableToEnrol(UnableTo):
    """The cohort is closed, someone is not eligible, or the details do not hold together."""


class UnableToChangeEnrolment(UnableTo):
    """The enrolment is over, or the details do not hold together."""


@transaction.atomic
def enrol(
    *,
    cohort: Cohort,
    people: Sequence[Person],
    role: str,
    minimum: int = 0,
    maximum: int = 1,
    actor: Actor,
    now: datetime,
) -> list[Enrolment]:
    """Admit people to a cohort in one role; whoever has an enrolment in it already keeps that.

    Returns the new enrolments. One person who is not eligible stops all of them, by name.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    refuse_closed(cohort)
    details = Details(minimum=minimum, maximum=maximum)
    _refuse_faults(details, role, None, UnableToEnrol)
    refuse_ineligible(cohort, people, role)
    there = Enrolment.objects.filter(cohort=cohort, role=role)
    known = set(there.values_list("person_id", flat=True))
    fresh = {person.pk: person for person in people if person.pk not in known}
    rows = (
        Enrolment(cohort=cohort, person=person, role=role, enrolled_at=now)
        for person in fresh.values()
    )
    enrolments = Enrolment.objects.bulk_create(
        [apply_to_row(row, details) for row in rows], batch_size=BATCH
    )
    if enrolments:
        record(
            actor=actor,
            now=now,
            verb=Verb.ENROLMENT_ADDED,
            subject=f"cohort:{cohort.public_id}",
            role=role,
            people=[person.public_id for person in list(fresh.values())[:NAMED]],
            count=len(enrolments),
        )
    return enrolments


@transaction.atomic
def change_enrolment(
    *, enrolment: Enrolment, details: Details, actor: Actor, now: datetime
) -> Enrolment:
    """Replace what an enrolment says; the same details again change nothing."""
    enrolment = locked(enrolment)
    if enrolment.state == EnrolmentState.WITHDRAWN:
        raise UnableToChangeEnrolment(
            _("%(name)s has withdrawn from this cohort. Readmit first, then change.")
            % {"name": enrolment.person.name}
        )
    _refuse_faults(details, enrolment.role, enrolment.person_id, UnableToChangeEnrolment)
    wanted = rules.tidy(details)
    changed = rules.changed(details_of([enrolment])[enrolment.pk], wanted)
    if changed:
        apply_to_row(enrolment, wanted).save()
        write_contents({enrolment.pk: (enrolment.role, wanted)}, fresh=False)
        _line(Verb.ENROLMENT_CHANGED, enrolment, actor, now, changed=list(changed))
    return enrolment


@transaction.atomic
def withdraw(*, enrolment: Enrolment, actor: Actor, now: datetime) -> Enrolment:
    """Take an enrolment out of the cohort; no reason is asked.

    Who was seen taking part is seen no more; nothing else is lost.
    """
    enrolment = locked(enrolment)
    if enrolment_may(enrolment.state, EnrolmentState.WITHDRAWN):
        enrolment.state = EnrolmentState.WITHDRAWN
        enrolment.withdrawn_at = now
        enrolment.save(update_fields=["state", "withdrawn_at"])
        _line(Verb.ENROLMENT_WITHDRAWN, enrolment, actor, now)
        if not may_appear(enrolment.cohort, enrolment.person):
            disappear(cohort=enrolment.cohort, person=enrolment.person, actor=actor, now=now)
    return enrolment


@transaction.atomic
def readmit(*, enrolment: Enrolment, actor: Actor, now: datetime) -> Enrolment:
    """Admit an enrolment that was withdrawn, invited or applied for."""
    enrolment = locked(enrolment)
    if enrolment_may(enrolment.state, EnrolmentState.ADMITTED):
        before = enrolment.state
        enrolment.state = EnrolmentState.ADMITTED
        enrolment.withdrawn_at = None
        enrolment.save(update_fields=["state", "withdrawn_at"])
        _line(Verb.ENROLMENT_CHANGED, enrolment, actor, now, changed=["state"], before=before)
    return enrolment


@transaction.atomic
def add_waiting(*, enrolments: Sequence[Enrolment], actor: Actor, now: datetime) -> None:
    """Count one more round waited for enrolments that a published round left out."""
    ids = [enrolment.pk for enrolment in enrolments]
    Enrolment.objects.filter(pk__in=ids).update(waiting=F("waiting") + 1)
    if ids:
        record(
            actor=actor,
            now=now,
            verb=Verb.ENROLMENT_CHANGED,
            subject=f"cohort:{enrolments[0].cohort.public_id}",
            changed=["waiting"],
            count=len(ids),
        )


def refuse_closed(cohort: Cohort) -> None:
    """Raise `UnableToEnrol` where a cohort is closed."""
    if cohort.state == CohortState.CLOSED:
        raise UnableToEnrol(
            _("“%(name)s” is closed. Enrol people in an open cohort.") % {"name": cohort.name}
        )


def refuse_ineligible(cohort: Cohort, people: Sequence[Person], role: str) -> None:
    """Raise `UnableToEnrol`, by name, where somebody may not take part in a role."""
    limits = eligibility.read(cohort.eligibility).of(role)
    refused = [
        (person, found)
        for person in people
        if (found := eligibility.obstacles(candidate_of(person), limits, cohort.starts_on))
    ]
    if refused:
        raise UnableToEnrol(
            _("Nobody was enrolled: %(count)s of those chosen may not take part as %(role)s.")
            % {"count": len(refused), "role": str(Role(role).label).lower()},
            [
                format_lazy(
                    "{name}: {why}",
                    name=person.name,
                    why=", ".join(str(Obstacle(code).label) for code in found),
                )
                for person, found in refused[:SHOWN]
            ],
        )


def _refuse_faults(details: Details, role: str, person: int | None, error: type[UnableTo]) -> None:
    found = rules.faults(details, role, person)
    if found:
        sentences = list(dict.fromkeys(fault_sentence(fault) for fault in found))
        raise error(sentences[0], sentences[1:])


def locked(enrolment: Enrolment) -> Enrolment:
    """Return an enrolment locked for a change, with cohort and person; refuse a closed cohort."""
    row = (
        Enrolment.objects.select_for_update(of=("self",))
        .select_related("cohort", "person")
        .get(pk=enrolment.pk)
    )
    if row.cohort.state == CohortState.CLOSED:
        raise UnableToChangeEnrolment(
            _("“%(name)s” is closed and its enrolments stay as they were.")
            % {"name": row.cohort.name}
        )
    return row


def _line(verb: Verb, enrolment: Enrolment, actor: Actor, now: datetime, **facts: object) -> None:
    record(
        actor=actor,
        now=now,
        verb=verb,
        subject=f"enrolment:{enrolment.public_id}",
        role=enrolment.role,
        **facts,
    )
