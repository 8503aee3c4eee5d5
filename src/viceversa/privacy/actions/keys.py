"""Renewing the keys of everything that is sealed: a fresh key first, every text sealed anew."""

from dataclasses import dataclass
from datetime import datetime
from itertools import batched, groupby

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel import keyring
from viceversa.kernel.actor import Actor
from viceversa.kernel.sealing import Ring, Sealed, Unreadable

BATCH = 200


@dataclass(frozen=True, slots=True)
class Renewal:
    """How many texts are under the new keys, how many none opens, are the old keys gone."""

    sealed: int
    unreadable: int
    forgotten: bool


def renew_keys(*, forget: bool, actor: Actor, now: datetime) -> Renewal:
    """Put a fresh key first on every ring and seal every text anew; say what came of it.

    Old keys stay for backups of the database, unless `forget` and everything opens with the new
    one. Web processes read the rings at each use, so they need no restart. Interrupted, it is run
    again: whatever key a text is under is still on its ring.
    """
    done = [_renew(ring, tables, forget) for ring, tables in rings() if ring.path.exists()]
    told = Renewal(
        sealed=sum(each.sealed for each in done),
        unreadable=sum(each.unreadable for each in done),
        forgotten=forget and all(each.forgotten for each in done),
    )
    record(
        actor=actor,
        now=now,
        verb=Verb.NOTE_KEYS_RENEWED,
        sealed=told.sealed,
        unreadable=told.unreadable,
        forgotten=told.forgotten,
    )
    return told


def rings() -> list[tuple[Ring, list[type[Sealed]]]]:
    """Return every ring with the tables whose texts are under its keys."""
    tables = [table for table in apps.get_models() if issubclass(table, Sealed)]
    ordered = sorted(tables, key=lambda table: table.RING.name)
    return [(ring, list(some)) for ring, some in groupby(ordered, lambda table: table.RING)]


def _renew(ring: Ring, tables: list[type[Sealed]], forget: bool) -> Renewal:
    keyring.add(ring.path)
    counts = [_seal_all_anew(table) for table in tables]
    sealed, unreadable = (sum(each) for each in zip(*counts, strict=True))
    return Renewal(sealed, unreadable, forget and not unreadable and _forget(ring, tables))


def _seal_all_anew(table: type[Sealed]) -> tuple[int, int]:
    """Seal what one table holds under the first key; return how many, how many failed."""
    sealed = unreadable = 0
    marks = list(_rows(table).order_by("pk").values_list("pk", flat=True))
    for some in batched(marks, BATCH):
        with transaction.atomic():
            for row in _rows(table).select_for_update(of=("self",)).filter(pk__in=some):
                try:
                    row.seal_anew()
                except Unreadable:
                    unreadable += 1
                    continue
                row.save(update_fields=["sealed"])
                sealed += 1
    return sealed, unreadable


def _forget(ring: Ring, tables: list[type[Sealed]]) -> bool:
    """Keep the newest key alone if everything opens with it; what was written since may not."""
    newest = keyring.read(ring.path)[:1]
    for table in tables:
        for row in _rows(table).iterator(chunk_size=BATCH):
            try:
                row.unseal(newest)
            except Unreadable:
                return False
    keyring.replace(ring.path, newest)
    return True


def _rows(table: type[Sealed]) -> QuerySet[Sealed]:
    """Return the rows that hold a sealed text, with what tells whose they are."""
    return table._default_manager.exclude(sealed="").select_related(*table.SEALED_WITH)
