"""Who may sign in as whom: closing access, opening it again, and an address that has moved on."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from viceversa.accounts.models import User
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor


@transaction.atomic
def close_access(*, actor: Actor, now: datetime, user: User) -> None:
    """End every session of a user and let nobody sign in as them; again changes nothing.

    Sessions are not looked for: a user who is not active is nobody in any of them.
    """
    _set(user, active=False, verb=Verb.USER_CLOSED, actor=actor, now=now)


@transaction.atomic
def open_access(*, actor: Actor, now: datetime, user: User) -> None:
    """Let a user sign in again, with the roles they had; again changes nothing."""
    _set(user, active=True, verb=Verb.USER_OPENED, actor=actor, now=now)


@transaction.atomic
def move_address(*, actor: Actor, now: datetime, user: User, email: str) -> None:
    """Let a user sign in with another address from now on, and no more with the one before."""
    user.email = email.lower()
    user.save(update_fields=["email"])
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    subject = f"user:{user.public_id}"
    record(actor=actor, now=now, verb=Verb.USER_CHANGED, subject=subject, fields=["email"])


def _set(user: User, *, active: bool, verb: Verb, actor: Actor, now: datetime) -> None:
    changed = User.objects.filter(pk=user.pk, is_active=not active).update(is_active=active)
    user.is_active = active
    if changed:
        record(actor=actor, now=now, verb=verb, subject=f"user:{user.public_id}")
