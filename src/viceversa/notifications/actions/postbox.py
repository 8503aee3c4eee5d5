"""How messages of this instance leave, and whose name they bear."""

from django.db import transaction

from viceversa.notifications.models import Postbox


@transaction.atomic
def keep_all() -> None:
    """From now on nothing leaves: every message ends in the mail folder (the sample company)."""
    Postbox.objects.update_or_create(pk=1, defaults={"keeps_all": True})


@transaction.atomic
def sign_as(*, organisation: str) -> None:
    """Sign messages with this name where the settings give none."""
    Postbox.objects.update_or_create(pk=1, defaults={"organisation": organisation})
