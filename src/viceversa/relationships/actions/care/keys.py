"""Renewing the keys of concerns: a fresh key first, everything sealed anew."""

from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import keyring
from viceversa.kernel.actor import Actor
from viceversa.relationships.actions.notes import Renewal
from viceversa.relationships.models import ConcernWords
from viceversa.relationships.queries.care.concerns import key_file, seal_name
from viceversa.relationships.rules.sealing import Unreadable, seal_anew

BATCH = 200


def renew_concern_keys(*, forget: bool, actor: Actor, now: datetime) -> Renewal:
    """Put a fresh key first and seal every word of every concern anew; return what came of it.

    Old keys stay for backups of the database, unless `forget` and everything opened. Interrupted,
    it is run again: whatever key something is under is still on the ring.
    """
    if not key_file().exists():
        return Renewal(0, 0, forget)
    keys = keyring.add(key_file())
    sealed = unreadable = 0
    marks = list(ConcernWords.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(marks), BATCH):
        with transaction.atomic():
            for words in _locked(marks[start : start + BATCH]):
                try:
                    words.sealed = seal_anew(
                        words.sealed, keys=keys, author=seal_name(words.concern)
                    )
                except Unreadable:
                    unreadable += 1
                    continue
                words.save(update_fields=["sealed"])
                sealed += 1
    forgotten = forget and not unreadable and ConcernWords.objects.count() == len(marks)
    if forgotten:
        keyring.replace(key_file(), keys[:1])
    record(
        actor=actor,
        now=now,
        verb=Verb.NOTE_KEYS_RENEWED,
        unreadable=unreadable,
        forgotten=forgotten,
    )
    return Renewal(sealed, unreadable, forgotten)


def _locked(marks: list[int]) -> list[ConcernWords]:
    rows = ConcernWords.objects.select_for_update(of=("self",)).filter(pk__in=marks)
    return list(rows.select_related("concern__author__person", "concern__counsellor"))
