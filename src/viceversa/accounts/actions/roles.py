"""Roles of office: given, and taken back, but never from the last administrator."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.choices import Role
from viceversa.accounts.models import Grant, User
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo


class UnableToRevokeRole(UnableTo):
    """Nobody would be left who can give roles."""


@transaction.atomic
def grant_role(*, actor: Actor, now: datetime, user: User, role: Role) -> None:
    """Give a role of office; giving it again changes nothing."""
    _grant, fresh = Grant.objects.get_or_create(user=user, role=role, defaults={"granted_at": now})
    if fresh:
        subject = f"user:{user.public_id}"
        record(actor=actor, now=now, verb=Verb.ROLE_GRANTED, subject=subject, role=role.value)


@transaction.atomic
def revoke_role(*, actor: Actor, now: datetime, user: User, role: Role) -> None:
    """Take a role of office back, from the next request on; taking it again changes nothing.

    Raises `UnableToRevokeRole` for the only administrator who can still sign in.
    """
    # All grants of the role are locked: two administrators cannot take each other's at once.
    holders = list(Grant.objects.select_for_update(of=("self",)).filter(role=role).values_list(
        "user_id", "user__is_active"
    ))  # fmt: skip
    if user.pk not in dict(holders):
        return
    if role == Role.ADMINISTRATOR and not any(active for key, active in holders if key != user.pk):
        raise UnableToRevokeRole(
            _(
                "%(name)s is the only administrator. Make somebody else administrator first: "
                "otherwise nobody could give roles any more."
            )
            % {"name": user.name or user.email}
        )
    Grant.objects.filter(user=user, role=role).delete()
    subject = f"user:{user.public_id}"
    record(actor=actor, now=now, verb=Verb.ROLE_REVOKED, subject=subject, role=role.value)
