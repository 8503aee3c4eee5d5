"""Showing one's hours, as one total, to one's line manager; and taking that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships.choices import MemberRole
from viceversa.relationships.models import Member, SharedHours


class UnableToShare(UnableTo):
    """There are no hours to show, or nobody to show them to."""


@transaction.atomic
def share_hours(*, person: Person, actor: Actor, now: datetime) -> None:
    """Let the line manager see the total from now on; again changes nothing."""
    if not Member.everybody.filter(person=person, role=MemberRole.MENTOR).exists():
        raise UnableToShare(_("Hours are counted for mentors, and you are not one yet."))
    if person.manager_id is None:
        raise UnableToShare(_("The directory names no line manager of yours to show them to."))
    _shared, fresh = SharedHours.objects.get_or_create(person=person, defaults={"since": now})
    if fresh:
        _record(person, actor, now, shared=True)


@transaction.atomic
def keep_hours(*, person: Person, actor: Actor, now: datetime) -> None:
    """Take it back at once; again changes nothing."""
    found, _deleted = SharedHours.objects.filter(person=person).delete()
    if found:
        _record(person, actor, now, shared=False)


def _record(person: Person, actor: Actor, now: datetime, *, shared: bool) -> None:
    subject = f"person:{person.public_id}"
    record(actor=actor, now=now, verb=Verb.HOURS_SHARED, subject=subject, shared=shared)
