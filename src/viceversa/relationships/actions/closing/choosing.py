"""What next: each says what they would like, and only what all want happens."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.relationships.actions.closing.settling import settle
from viceversa.relationships.actions.closing.telling import locked
from viceversa.relationships.actions.meetings.gate import NEUTRAL
from viceversa.relationships.choices import RelationshipState, Renewal
from viceversa.relationships.models import Member, Nomination, RenewalAnswer
from viceversa.relationships.rules.closing.outcome import may_turn


class UnableToChoose(UnableTo):
    """The answer cannot be given now, or is not one of those on offer."""


@transaction.atomic
def choose(*, member: Member, choice: Renewal, actor: Actor, now: datetime) -> None:
    """Keep what a member would like next; once everybody has answered, it is settled.

    It may be changed until then. The audit says that somebody chose, never what.
    """
    relationship = locked(member.relationship_id)
    if relationship.state != RelationshipState.CLOSING:
        raise UnableToChoose(_("There is nothing to choose now: this is settled, or yet to come."))
    if choice == Renewal.TURN and not may_turn(relationship.format):
        raise UnableToChoose(_("In a circle everybody gives and receives: choose another answer."))
    RenewalAnswer.objects.update_or_create(member=member, defaults={"choice": choice, "at": now})
    record(
        actor=actor,
        now=now,
        verb=Verb.RENEWAL_CHOSEN,
        subject=f"relationship:{relationship.public_id}",
    )
    settle(relationship=relationship, now=now)


@transaction.atomic
def nominate(*, member: Member, person: Person | None, now: datetime) -> None:
    """Name a colleague who might like the place, or take the name back (None).

    Whoever coordinates sees who is named and invites in the usual way; the colleague is not told.
    """
    relationship = locked(member.relationship_id)
    if relationship.state not in (RelationshipState.CLOSING, RelationshipState.CLOSED):
        raise UnableToChoose(_("Somebody can be named once the relationship comes to its end."))
    if person is None:
        Nomination.objects.filter(member=member).delete()
        return
    if person.status != PersonStatus.ACTIVE:
        raise UnableToChoose(_("This colleague is not active in the directory: name another."))
    if person.pk == member.person_id:
        raise UnableToChoose(_("Name somebody else: you keep your own place anyway."))
    Nomination.objects.update_or_create(member=member, defaults={"person": person, "at": now})
    record(
        actor=NEUTRAL,
        now=now,
        verb=Verb.RENEWAL_CHOSEN,
        subject=f"relationship:{relationship.public_id}",
        nominated=1,
    )
