"""The coordinator's side of inviting: the plan, the waves, sending, reminding, taking back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.actions.enrolments import (
    NAMED,
    SHOWN,
    readmit,
    refuse_closed,
    refuse_ineligible,
)
from viceversa.programmes.actions.invitation_letters import (
    recipient_of,
    revoke_links,
    send_confirmation,
    send_invitation,
)
from viceversa.programmes.choices import Answer, CohortState, EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment, Invitation, InvitationPlan
from viceversa.programmes.rules import invitation as rules


class UnableToInvite(UnableTo):
    """The cohort is not open, the wave has not begun, or somebody cannot be written to."""


class UnableToChangeInvitations(UnableTo):
    """The letter is too long, or there is nothing left to take back."""


@transaction.atomic
def save_plan(
    *,
    cohort: Cohort,
    words: Mapping[str, str],
    admits_itself: bool,
    takes_applications: bool,
    actor: Actor,
    now: datetime,
) -> InvitationPlan:
    """Keep the sponsor's words (by `<role>_<language>`) and how people come in."""
    plan = _plan(cohort)
    for name, text in words.items():
        if len(text) > rules.LONGEST_WORDS:
            raise UnableToChangeInvitations(
                _("The letter is too long: write at most %(most)s characters.")
                % {"most": rules.LONGEST_WORDS}
            )
        setattr(plan, name, text.strip())
    plan.admits_itself = admits_itself
    plan.takes_applications = takes_applications
    plan.save()
    record(
        actor=actor,
        now=now,
        verb=Verb.INVITATIONS_CHANGED,
        subject=f"cohort:{cohort.public_id}",
        admits_itself=admits_itself,
        takes_applications=takes_applications,
    )
    return plan


@transaction.atomic
def open_mentors(*, cohort: Cohort, actor: Actor, now: datetime) -> InvitationPlan:
    """Begin the second wave: from now on mentors may be invited."""
    plan = _plan(cohort)
    if plan.mentors_from is None:
        plan.mentors_from = now
        plan.save(update_fields=["mentors_from"])
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATIONS_CHANGED,
            subject=f"cohort:{cohort.public_id}",
            wave=Role.MENTOR.value,
        )
    return plan


@transaction.atomic
def invite(
    *, cohort: Cohort, people: Sequence[Person], role: str, actor: Actor, now: datetime
) -> list[Invitation]:
    """Invite people to a role, each by a letter with a personal link; all of them or nobody.

    Whoever has an enrolment in the role keeps it and gets no letter, unless an invitation was
    taken back. Returns the invitations sent.
    """
    cohort = Cohort.objects.select_for_update().get(pk=cohort.pk)
    plan = _plan(cohort)
    _refuse_unready(cohort, plan, role)
    _refuse_unreachable(people)
    refuse_ineligible(cohort, people, role)
    sent = []
    for person in {person.pk: person for person in people}.values():
        invitation = _seat(cohort, person, role, now)
        if invitation is not None:
            send_invitation(invitation=invitation, plan=plan, reminder=False, now=now)
            invitation.save()
            sent.append(invitation)
    if sent:
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATION_SENT,
            subject=f"cohort:{cohort.public_id}",
            role=role,
            people=[each.enrolment.person.public_id for each in sent[:NAMED]],
            count=len(sent),
        )
    return sent


@transaction.atomic
def remind(
    *, cohort: Cohort, actor: Actor, now: datetime, only: Sequence[str] = ()
) -> list[Invitation]:
    """Write once more to those who have not answered, where a reminder is in order.

    `only` narrows it to invitations by public id. Returns those written to.
    """
    refuse_closed(cohort)
    waiting = _locked_invitations().filter(enrolment__cohort=cohort)
    if only:
        waiting = waiting.filter(public_id__in=only)
    reminded = [each for each in waiting if _may_remind(each, now)]
    for invitation in reminded:
        _send_again(invitation, now)
    if reminded:
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATION_SENT,
            subject=f"cohort:{cohort.public_id}",
            reminder=True,
            count=len(reminded),
        )
    return reminded


@transaction.atomic
def ask_again(*, actor: Actor, now: datetime) -> int:
    """Write to everybody whose chosen day has come; return to how many."""
    due = _locked_invitations().filter(
        answer=Answer.LATER,
        ask_again_on__lte=now.date(),
        enrolment__cohort__state=CohortState.OPEN,
    )
    asked = list(due)
    for invitation in asked:
        invitation.answer, invitation.ask_again_on = Answer.NONE, None
        _send_again(invitation, now)
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATION_SENT,
            subject=f"enrolment:{invitation.enrolment.public_id}",
            reminder=True,
            count=1,
        )
    return len(asked)


@transaction.atomic
def revoke(*, invitation: Invitation, actor: Actor, now: datetime) -> Invitation:
    """Take an invitation back: its links end at once; whoever has said yes keeps the place."""
    row = _locked_invitations().get(pk=invitation.pk)
    enrolment = row.enrolment
    if row.revoked_at is None:
        if enrolment.state != EnrolmentState.INVITED:
            raise UnableToChangeInvitations(
                _("%(name)s has answered already. Change the enrolment instead.")
                % {"name": enrolment.person.name}
            )
        row.revoked_at = now
        row.save(update_fields=["revoked_at"])
        enrolment.state, enrolment.withdrawn_at = EnrolmentState.WITHDRAWN, now
        enrolment.save(update_fields=["state", "withdrawn_at"])
        revoke_links(enrolment=enrolment, now=now)
        record(
            actor=actor,
            now=now,
            verb=Verb.INVITATION_REVOKED,
            subject=f"enrolment:{enrolment.public_id}",
        )
    return row


@transaction.atomic
def admit(*, cohort: Cohort, ids: Sequence[str], actor: Actor, now: datetime) -> list[Enrolment]:
    """Admit those who applied, by public id, and tell each of them."""
    refuse_closed(cohort)
    rows = Enrolment.objects.select_for_update(of=("self",)).filter(
        cohort=cohort, state=EnrolmentState.APPLIED, public_id__in=ids
    )
    admitted = []
    for enrolment in rows.select_related("person", "cohort__programme"):
        done = readmit(enrolment=enrolment, actor=actor, now=now)
        send_confirmation(enrolment=done, now=now)
        admitted.append(done)
    return admitted


def _plan(cohort: Cohort) -> InvitationPlan:
    plan, _created = InvitationPlan.objects.get_or_create(cohort=cohort)
    return plan


def _refuse_unready(cohort: Cohort, plan: InvitationPlan, role: str) -> None:
    refuse_closed(cohort)
    if cohort.state != CohortState.OPEN:
        raise UnableToInvite(
            _("“%(name)s” is not open yet. Open it first, then invite.") % {"name": cohort.name}
        )
    if role == Role.MENTOR and plan.mentors_from is None:
        raise UnableToInvite(
            _("Mentees are invited first. Begin the second wave, then invite mentors.")
        )


def _refuse_unreachable(people: Sequence[Person]) -> None:
    unreachable = [person.name for person in people if recipient_of(person) is None]
    if unreachable:
        raise UnableToInvite(
            _("Nobody was written to: some of those chosen have no e-mail address."),
            unreachable[:SHOWN],
        )


def _seat(cohort: Cohort, person: Person, role: str, now: datetime) -> Invitation | None:
    """Return a new or renewed invitation of a person, None where there is an enrolment already."""
    enrolment, created = Enrolment.objects.get_or_create(
        cohort=cohort,
        person=person,
        role=role,
        defaults={"state": EnrolmentState.INVITED, "enrolled_at": now},
    )
    fresh = {
        "answer": Answer.NONE,
        "sent_at": now,
        "last_sent_at": now,
        "expires_at": now + rules.ANSWER_HOLDS,
        "reminders": 0,
        "ask_again_on": None,
        "answered_at": None,
        "revoked_at": None,
    }
    if created:
        return Invitation.objects.create(enrolment=enrolment, **fresh)
    earlier = Invitation.objects.filter(enrolment=enrolment).exclude(revoked_at=None).first()
    if earlier is None or enrolment.state != EnrolmentState.WITHDRAWN:
        return None
    enrolment.state, enrolment.withdrawn_at = EnrolmentState.INVITED, None
    enrolment.save(update_fields=["state", "withdrawn_at"])
    for name, value in fresh.items():
        setattr(earlier, name, value)
    earlier.enrolment = enrolment
    return earlier


def _locked_invitations() -> QuerySet[Invitation]:
    return Invitation.objects.select_for_update(of=("self",)).select_related(
        "enrolment__person", "enrolment__cohort__programme__sponsor"
    )


def _may_remind(invitation: Invitation, now: datetime) -> bool:
    standing = rules.state(
        answer=invitation.answer,
        revoked=invitation.revoked_at is not None,
        expires_at=invitation.expires_at,
        now=now,
    )
    return rules.may_remind(
        standing=standing,
        reminders=invitation.reminders,
        last_sent_at=invitation.last_sent_at,
        now=now,
    )


def _send_again(invitation: Invitation, now: datetime) -> None:
    plan = InvitationPlan.objects.filter(cohort=invitation.enrolment.cohort_id).first()
    invitation.reminders += 1
    send_invitation(invitation=invitation, plan=plan, reminder=True, now=now)
    invitation.save()
