"""A person's own hand on their place: apply, finish the profile, pause, come back, withdraw."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.actions import enrolments
from viceversa.programmes.actions.enrolments import locked, refuse_ineligible
from viceversa.programmes.actions.invitation_letters import revoke_links, send_confirmation
from viceversa.programmes.choices import Answer, CohortState, EnrolmentState
from viceversa.programmes.models import Cohort, Enrolment, Invitation, InvitationPlan, Pause
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules.profile import still_needed

LONGEST_PAUSE = timedelta(days=366)


class UnableToTakePart(UnableTo):
    """The profile lacks something, or the cohort takes nobody in now."""


@transaction.atomic
def apply_for(
    *, cohort: Cohort, person: Person, role: str, actor: Actor, now: datetime
) -> Enrolment:
    """Apply for a cohort unasked; the eligible only, where the cohort takes applications.

    Whoever has an enrolment in the role gets that one back, a withdrawn one as applied.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    plan = InvitationPlan.objects.filter(cohort=cohort, takes_applications=True).first()
    if cohort.state != CohortState.OPEN or plan is None:
        raise UnableToTakePart(_("“%(name)s” takes no applications now.") % {"name": cohort.name})
    refuse_ineligible(cohort, [person], role)
    enrolment, created = Enrolment.objects.get_or_create(
        cohort=cohort,
        person=person,
        role=role,
        defaults={"state": EnrolmentState.APPLIED, "enrolled_at": now},
    )
    if not created and enrolment.state in (EnrolmentState.WITHDRAWN, EnrolmentState.INVITED):
        enrolment.state, enrolment.withdrawn_at = EnrolmentState.APPLIED, None
        enrolment.save(update_fields=["state", "withdrawn_at"])
        created = True
    if created:
        _line(Verb.ENROLMENT_APPLIED, enrolment, actor, now)
    return enrolment


@transaction.atomic
def finish(*, enrolment: Enrolment, actor: Actor, now: datetime) -> Enrolment:
    """Hand in a whole profile: applied, or admitted where the cohort admits by itself.

    Tells the person once at each step. Finishing again changes nothing.
    """
    row = locked(enrolment)
    _refuse_incomplete(row)
    if row.state == EnrolmentState.WITHDRAWN:
        raise UnableToTakePart(_("You have given up this place. Apply again to come back."))
    invitation = Invitation.objects.filter(enrolment=row).first()
    if row.state == EnrolmentState.INVITED and (
        invitation is None or invitation.answer != Answer.YES
    ):
        raise UnableToTakePart(_("Answer the invitation first."))
    before = row.state
    if row.state == EnrolmentState.INVITED:
        row.state = EnrolmentState.APPLIED
        _line(Verb.ENROLMENT_APPLIED, row, actor, now)
    itself = InvitationPlan.objects.filter(cohort=row.cohort_id, admits_itself=True).exists()
    if itself and row.state == EnrolmentState.APPLIED:
        row.state = EnrolmentState.ADMITTED
        _line(Verb.ENROLMENT_ADDED, row, actor, now)
    row.save(update_fields=["state"])
    unasked = before == EnrolmentState.APPLIED and not row.links.exists()
    if row.state != before or unasked:
        send_confirmation(enrolment=row, now=now)
    return row


@transaction.atomic
def pause(*, enrolment: Enrolment, until: date | None = None, actor: Actor, now: datetime) -> None:
    """Ask not to be matched for now, perhaps until a day; the place and everything said stay.

    Pausing again changes the day.
    """
    row = locked(enrolment)
    if row.state == EnrolmentState.WITHDRAWN:
        raise UnableToTakePart(_("You have given up this place. Apply again to come back."))
    if until is not None and not now.date() < until <= now.date() + LONGEST_PAUSE:
        raise UnableToTakePart(_("Choose a day from tomorrow on, within a year."))
    found, created = Pause.objects.get_or_create(
        enrolment=row, defaults={"since": now, "until": until}
    )
    if not created and found.until != until:
        found.until = until
        found.save(update_fields=["until"])
    if created:
        _line(Verb.ENROLMENT_PAUSED, row, actor, now)


@transaction.atomic
def resume(*, enrolment: Enrolment, actor: Actor, now: datetime) -> None:
    """End a pause."""
    row = locked(enrolment)
    deleted, _by_model = Pause.objects.filter(enrolment=row).delete()
    if deleted:
        _line(Verb.ENROLMENT_RESUMED, row, actor, now)


def resume_due(*, today: date, actor: Actor, now: datetime) -> int:
    """End every pause whose day has come, where the cohort is still open; return how many."""
    due = Pause.objects.filter(until__lte=today).exclude(
        enrolment__cohort__state=CohortState.CLOSED
    )
    found = list(due.select_related("enrolment").order_by("pk"))
    for row in found:
        resume(enrolment=row.enrolment, actor=actor, now=now)
    return len(found)


@transaction.atomic
def withdraw(*, enrolment: Enrolment, actor: Actor, now: datetime) -> Enrolment:
    """Give up a place without a reason; every personal link to it ends."""
    row = enrolments.withdraw(enrolment=enrolment, actor=actor, now=now)
    Pause.objects.filter(enrolment=row).delete()
    revoke_links(enrolment=row, now=now)
    return row


def _refuse_incomplete(enrolment: Enrolment) -> None:
    details = details_of([enrolment])[enrolment.pk]
    words = {
        "topics": _("Choose at least one topic."),
        "back": _("Choose at least one thing you give back."),
        "times": _("Choose at least one time of the week."),
    }
    needed = [words[step] for step in still_needed(details, enrolment.role)]
    if needed:
        raise UnableToTakePart(needed[0], needed[1:])


def _line(verb: Verb, enrolment: Enrolment, actor: Actor, now: datetime) -> None:
    record(
        actor=actor,
        now=now,
        verb=verb,
        subject=f"enrolment:{enrolment.public_id}",
        role=enrolment.role,
    )
