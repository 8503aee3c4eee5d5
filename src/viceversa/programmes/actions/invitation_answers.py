"""Answering an invitation: yes, no or later; nobody owes a reason."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.choices import Answer, CohortState, DeclineReason, EnrolmentState
from viceversa.programmes.models import DeclineTally, Enrolment, Invitation
from viceversa.programmes.rules import invitation as rules


class UnableToAnswer(UnableTo):
    """The invitation was taken back, the cohort is closed, or the place is taken already."""


@transaction.atomic
def accept(*, invitation: Invitation, actor: Actor, now: datetime) -> Invitation:
    """Say yes; the place is applied for once the profile is finished."""
    row = _open_invitation(invitation)
    if row.enrolment.state == EnrolmentState.WITHDRAWN:  # a no that became a yes
        row.enrolment.state, row.enrolment.withdrawn_at = EnrolmentState.INVITED, None
        row.enrolment.save(update_fields=["state", "withdrawn_at"])
    return _answer(row, Answer.YES, actor, now)


@transaction.atomic
def decline(*, invitation: Invitation, reason: str = "", actor: Actor, now: datetime) -> Invitation:
    """Say no. A reason, where given, is added to a count and kept nowhere else."""
    row = _open_invitation(invitation)
    enrolment = row.enrolment
    if reason in DeclineReason.values and not row.reason_given:
        tally, _created = DeclineTally.objects.get_or_create(
            cohort=enrolment.cohort, role=enrolment.role, reason=reason
        )
        DeclineTally.objects.filter(pk=tally.pk).update(count=F("count") + 1)
        row.reason_given = True
    if enrolment.state == EnrolmentState.INVITED:
        enrolment.state, enrolment.withdrawn_at = EnrolmentState.WITHDRAWN, now
        enrolment.save(update_fields=["state", "withdrawn_at"])
    return _answer(row, Answer.NO, actor, now)


@transaction.atomic
def later(*, invitation: Invitation, days: int, actor: Actor, now: datetime) -> Invitation:
    """Ask to be asked again in some days; the link holds until well after that."""
    if days not in rules.LATER_DAYS:
        raise UnableToAnswer(_("Choose one of the times offered."))
    row = _open_invitation(invitation)
    if row.enrolment.state != EnrolmentState.INVITED:
        raise UnableToAnswer(_("This invitation has been answered already."))
    row.ask_again_on = (now + timedelta(days=days)).date()
    row.expires_at = max(row.expires_at, now + timedelta(days=days) + rules.ANSWER_HOLDS)
    return _answer(row, Answer.LATER, actor, now)


def _open_invitation(invitation: Invitation) -> Invitation:
    row = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("enrolment__cohort", "enrolment__person")
        .get(pk=invitation.pk)
    )
    Enrolment.objects.select_for_update().get(pk=row.enrolment_id)
    row.enrolment.refresh_from_db(fields=["state"])
    if row.revoked_at is not None:
        raise UnableToAnswer(_("This invitation has been taken back."))
    if row.enrolment.cohort.state != CohortState.OPEN:
        raise UnableToAnswer(
            _("“%(name)s” takes no answers any more.") % {"name": row.enrolment.cohort.name}
        )
    if row.enrolment.state in (EnrolmentState.APPLIED, EnrolmentState.ADMITTED):
        raise UnableToAnswer(_("You have a place already. You can change it on its own page."))
    if row.enrolment.state == EnrolmentState.WITHDRAWN and row.answer != Answer.NO:
        raise UnableToAnswer(_("This place was given up. Ask whoever coordinates the programme."))
    return row


def _answer(row: Invitation, answer: Answer, actor: Actor, now: datetime) -> Invitation:
    changed = row.answer != answer
    row.answer, row.answered_at = answer, now
    if answer != Answer.LATER:
        row.ask_again_on = None
    row.save()
    if changed:
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATION_ANSWERED,
            subject=f"enrolment:{row.enrolment.public_id}",
            answer=answer.value,
        )
    return row
