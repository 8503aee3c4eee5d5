"""Renewing the keys of self-checks: a fresh key first, everything sealed anew."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import keyring
from viceversa.kernel.actor import Actor
from viceversa.measurement.models import SelfCheck
from viceversa.measurement.queries.sealed import key_file, owner
from viceversa.relationships.actions.notes import BATCH, Renewal
from viceversa.relationships.rules.sealing import Unreadable, seal_anew, unseal


def renew_self_check_keys(*, forget: bool, actor: Actor, now: datetime) -> Renewal:
    """Put a fresh key first and seal every self-check anew, as `renew_note_keys` does with notes.

    Older keys stay on the ring, unless `forget` and everything opens with the newest.
    """
    if not key_file().exists():
        return Renewal(0, 0, forget)
    keys = keyring.add(key_file())
    sealed = unreadable = 0
    marks = list(SelfCheck.objects.exclude(sealed="").values_list("pk", flat=True))
    for start in range(0, len(marks), BATCH):
        with transaction.atomic():
            rows = SelfCheck.objects.select_for_update(of=("self",)).select_related("person")
            for row in rows.filter(pk__in=marks[start : start + BATCH]).exclude(sealed=""):
                try:
                    row.sealed = seal_anew(row.sealed, keys=keys, author=owner(row))
                except Unreadable:
                    unreadable += 1
                    continue
                row.save(update_fields=["sealed"])
                sealed += 1
    forgotten = forget and not unreadable and _forget(keys)
    record(
        actor=actor,
        now=now,
        verb=Verb.NOTE_KEYS_RENEWED,
        self_checks=sealed,
        unreadable=unreadable,
        forgotten=forgotten,
    )
    return Renewal(sealed, unreadable, forgotten)


def _forget(keys: list[bytes]) -> bool:
    """Keep the newest key alone if everything opens with it; an answer given meanwhile may not."""
    for row in SelfCheck.objects.exclude(sealed="").select_related("person").iterator():
        try:
            unseal(row.sealed, keys=keys[:1], author=owner(row))
        except Unreadable:
            return False
    keyring.replace(key_file(), keys[:1])
    return True
