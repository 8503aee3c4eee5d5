"""The sample company: marked as such once, and entered without a password."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from viceversa.accounts.choices import Part
from viceversa.accounts.models import Entrance, Instance, User
from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.actions import keep_all, sign_as


class UnableToEnter(UnableTo):
    """This is not the sample company, or it has nobody for that part."""


@transaction.atomic
def mark_as_sample(
    *, actor: Actor, now: datetime, entrances: Mapping[str, User], organisation: str = ""
) -> None:
    """Mark this instance as the sample company, and say who is entered for each part.

    Its messages stay in the mail folder from now on, whatever mail server is set.
    Users who are not among the entrances would be reachable from a marked instance, too, so the
    loader calls this on an instance it has filled itself.
    """
    facts = {"sample": True, "setup_code": "", "organisation": organisation}
    Instance.objects.update_or_create(pk=1, defaults=facts)
    keep_all()
    sign_as(organisation=organisation)
    Entrance.objects.all().delete()
    Entrance.objects.bulk_create(
        Entrance(part=Part(part), user=user) for part, user in entrances.items()
    )
    record(actor=actor, now=now, verb=Verb.SAMPLE_LOADED, parts=sorted(entrances))


@transaction.atomic
def enter_as(*, actor: Actor, now: datetime, part: str) -> User:
    """Return the user behind a part of the sample company, with an audit line."""
    if not Instance.objects.filter(sample=True).exists():
        raise UnableToEnter(_("Only the sample company can be entered without signing in."))
    entrance = Entrance.objects.select_related("user").filter(part=part).first()
    if entrance is None or not entrance.user.is_active:
        raise UnableToEnter(_("The sample company has nobody for this part."))
    subject = f"user:{entrance.user.public_id}"
    record(actor=actor, now=now, verb=Verb.SAMPLE_ENTERED, subject=subject, part=part)
    return entrance.user
