"""Naming somebody who looks after an executive's dates, and ending it at once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import links
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import Kind, enqueue
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.choices import DelegateMail, MemberRole, RelationshipState
from viceversa.relationships.models import Delegation, Member, Tap

DATES = "/dates/"  # the page of whoever looks after the dates of others


class UnableToDelegate(UnableTo):
    """Nobody can be named like this."""


@transaction.atomic
def name_delegate(
    *, principal: Person, email: str, mail: str, actor: Actor, now: datetime
) -> Delegation:
    """Let the person with this address handle times and places for `principal` from now on.

    Whoever did so before no longer does. Both are told.
    """
    if mail not in DelegateMail.values:
        raise UnableToDelegate(_("Choose who gets the mails about your dates."))
    Person.objects.select_for_update().get(pk=principal.pk)
    delegate = _found(principal, email)
    programme = _programme(principal)
    former = Delegation.objects.filter(principal=principal, revoked_at=None).first()
    if former and former.delegate_id == delegate.pk:
        former.mail = mail
        former.save(update_fields=["mail"])
        return former
    if former:
        _end(former, actor, now)
    delegation = Delegation.objects.create(
        principal=principal, delegate=delegate, mail=mail, named_at=now
    )
    record(
        actor=actor,
        now=now,
        verb=Verb.DELEGATE_NAMED,
        subject=f"person:{principal.public_id}",
        delegate=delegate.public_id,
    )
    _tell(Kind.DELEGATE_NAMED, delegation, programme, now)
    return delegation


@transaction.atomic
def choose_mail(*, delegation: Delegation, mail: str) -> None:
    """Choose who gets the mails about dates."""
    if mail not in DelegateMail.values:
        raise UnableToDelegate(_("Choose who gets the mails about your dates."))
    Delegation.objects.filter(pk=delegation.pk, revoked_at=None).update(mail=mail)


@transaction.atomic
def revoke_delegate(*, delegation: Delegation, actor: Actor, now: datetime) -> None:
    """End it at once, links in mails included; either of the two may. Twice is once."""
    row = (
        Delegation.objects.select_for_update(of=("self",))
        .select_related("principal", "delegate")
        .get(pk=delegation.pk)
    )
    if row.revoked_at is None:
        _end(row, actor, now)


def _end(delegation: Delegation, actor: Actor, now: datetime) -> None:
    delegation.revoked_at = now
    delegation.save(update_fields=["revoked_at"])
    links.revoke(Tap.objects.filter(delegation=delegation), now)
    record(
        actor=actor,
        now=now,
        verb=Verb.DELEGATE_REVOKED,
        subject=f"person:{delegation.principal.public_id}",
        delegate=delegation.delegate.public_id,
    )
    _tell(Kind.DELEGATE_ENDED, delegation, _programme(delegation.principal), now)


def _found(principal: Person, email: str) -> Person:
    """Return the person who may be named, or say why not."""
    wanted = email.strip()
    person = Person.objects.filter(email__iexact=wanted).exclude(email="").first()
    if person is None or person.status != PersonStatus.ACTIVE:
        raise UnableToDelegate(
            _("Nobody in the directory has the address “%(email)s”: look at how it is written.")
            % {"email": wanted}
        )
    if person.pk == principal.pk:
        raise UnableToDelegate(_("You look after your own dates already: name somebody else."))
    mine = Member.objects.filter(person=principal, role=MemberRole.MENTEE)
    if not mine.exclude(relationship__state=RelationshipState.CLOSED).exists():
        raise UnableToDelegate(_("Only a mentee with a relationship under way can name somebody."))
    shared = Member.objects.filter(
        person=person, relationship__in=mine.values("relationship")
    ).exclude(relationship__state=RelationshipState.CLOSED)
    if shared.exists():
        raise UnableToDelegate(
            _("%(name)s meets you here: name somebody outside your relationships.")
            % {"name": person.name}
        )
    return person


def _programme(principal: Person) -> str:
    """Return the name of the programme of the person's latest relationship as mentee."""
    seat = (
        Member.objects.filter(person=principal, role=MemberRole.MENTEE)
        .select_related("relationship__cohort__programme")
        .order_by("-relationship__opened_at", "-pk")
        .first()
    )
    return seat.relationship.cohort.programme.name if seat else "Viceversa"


def _tell(kind: Kind, delegation: Delegation, programme: str, now: datetime) -> None:
    recipient = recipient_of(delegation.delegate)
    if recipient is None:
        return
    enqueue(
        kind=kind,
        recipient=recipient,
        context={
            "principal": delegation.principal.name,
            "programme": programme,
            "page": DATES,
        },
        now=now,
        about=f"delegation:{delegation.public_id}",
    )
