"""Recording and proving the audit."""

import json
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.audit.rules import GENESIS, digest
from viceversa.kernel.actor import Actor

LOCK = 0x76_69_63_65  # "vice": the advisory lock that keeps the chain single


def record(*, actor: Actor, now: datetime, verb: Verb, subject: str = "", **facts: Any) -> Line:
    """Append one line inside the caller's transaction.

    `subject` is `noun:public_id`; `facts` are plain JSON values: counts, states, ids, never content
    that people wrote about themselves.
    """
    facts = json.loads(json.dumps(facts, default=str))
    with transaction.atomic():
        if connection.vendor == "postgresql":  # SQLite has one writer anyway
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        last = Line.objects.order_by("-pk").values_list("digest", flat=True).first()
        previous = last or GENESIS
        who = _who(actor.kind, actor.name, actor.user_id)
        return Line.objects.create(
            at=now,
            actor_kind=actor.kind,
            actor_name=actor.name,
            actor_user=actor.user_id,
            verb=verb,
            subject=subject,
            facts=facts,
            previous=previous,
            digest=digest(
                previous=previous, at=now, actor=who, verb=verb, subject=subject, facts=facts
            ),
        )


def first_broken_line() -> Line | None:
    """Return the first line whose digest or link does not hold; None where the chain is whole."""
    previous = GENESIS
    for line in Line.objects.order_by("pk").iterator(chunk_size=2000):
        expected = digest(
            previous=previous,
            at=line.at,
            actor=_who(line.actor_kind, line.actor_name, line.actor_user),
            verb=line.verb,
            subject=line.subject,
            facts=line.facts,
        )
        if line.previous != previous or line.digest != expected:
            return line
        previous = line.digest
    return None


def _who(kind: str, name: str, user: int | None) -> str:
    return f"{kind}\x1f{name}\x1f{user or ''}"
