"""A fresh key for self-checks: everything is sealed anew under it, nothing is lost."""

from django.db import transaction

from viceversa.kernel import keyring
from viceversa.measurement.models import SelfCheck
from viceversa.measurement.queries.sealed import key_file, owner
from viceversa.relationships.actions.notes import BATCH, Renewal
from viceversa.relationships.rules.sealing import Unreadable, seal_anew, unseal


def renew_self_check_keys(*, forget: bool) -> Renewal:
    """Put a fresh key first and seal every self-check anew, as `renew_note_keys` does with notes.

    Older keys stay on the ring, unless `forget` and everything opens with the newest.
    """
    keys = keyring.add(key_file())
    sealed = unreadable = 0
    marks = list(SelfCheck.objects.exclude(sealed="").values_list("pk", flat=True))
    for start in range(0, len(marks), BATCH):
        with transaction.atomic():
            rows = SelfCheck.objects.select_for_update(of=("self",)).select_related("person")
            for row in rows.filter(pk__in=marks[start : start + BATCH]):
                try:
                    row.sealed = seal_anew(row.sealed, keys=keys, author=owner(row))
                except Unreadable:
                    unreadable += 1
                    continue
                row.save(update_fields=["sealed"])
                sealed += 1
    return Renewal(sealed, unreadable, forget and not unreadable and _forget(keys))


def _forget(keys: list[bytes]) -> bool:
    """Keep the newest key alone if everything opens with it."""
    for row in SelfCheck.objects.exclude(sealed="").select_related("person").iterator():
        try:
            unseal(row.sealed, keys=keys[:1], author=owner(row))
        except Unreadable:
            return False
    keyring.replace(key_file(), keys[:1])
    return True
