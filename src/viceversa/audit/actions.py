"""Recording and proving the audit."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

from viceversa.audit.choices import Verb
from viceversa.audit.models import Line
from viceversa.audit.rules import GENESIS, digest
from viceversa.kernel.actor import Actor

LOCK = 0x76_69_63_65  # "vice": the advisory lock that keeps the chain single
BATCH = 500


def record(*, actor: Actor, now: datetime, verb: Verb, subject: str = "", **facts: Any) -> Line:
    """Append one line inside the caller's transaction.

    `subject` is `noun:public_id`; `facts` are plain JSON values: counts, states, ids, never content
    that people wrote about themselves.
    """
    [line] = record_each(actor=actor, now=now, verb=verb, acts=[(subject, facts)])
    return line


def record_each(
    *, actor: Actor, now: datetime, verb: Verb, acts: Iterable[tuple[str, Mapping[str, Any]]]
) -> list[Line]:
    """Append a line for each (subject, facts) of one verb, as `record` does, in few queries."""
    with transaction.atomic(savepoint=False):  # a line that fails takes what it tells with it
        if connection.vendor == "postgresql":  # SQLite has one writer anyway
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        last = Line.objects.order_by("-pk").values_list("digest", flat=True).first()
        lines: list[Line] = []
        for subject, facts in acts:
            previous = lines[-1].digest if lines else last or GENESIS
            lines.append(_line(actor, now, verb, subject, facts, previous))
        return Line.objects.bulk_create(lines, batch_size=BATCH)


def _line(
    actor: Actor, now: datetime, verb: Verb, subject: str, told: Mapping[str, Any], previous: str
) -> Line:
    facts = json.loads(json.dumps(told, default=str))
    who = _who(actor.kind, actor.name, actor.user_id)
    return Line(
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


def lines_before(moment: datetime) -> int:
    """Return how many lines at the beginning of the chain are older than a moment."""
    return _oldest(moment).count()


@transaction.atomic
def forget_lines(*, moment: datetime, actor: Actor, now: datetime) -> int:
    """Delete the lines at the beginning that are older than a moment; return how many.

    The line that says so keeps the digest of the last of them: the chain begins there from now on,
    and whatever else is missing is still found.
    """
    gone = _oldest(moment)
    number, last = gone.count(), gone.order_by("-pk").first()
    if last is None:
        return 0
    gone._raw_delete(gone.db)  # the one way past “append only”
    record(actor=actor, now=now, verb=Verb.RETENTION_APPLIED, rows=number, upto=last.digest)
    return number


def _oldest(moment: datetime) -> models.QuerySet[Line]:
    """Keep what stands before the first line that is young enough, and before the last of all."""
    keys = Line.objects.order_by("pk").values_list("pk", flat=True)
    stop = keys.filter(at__gte=moment).first() or keys.last()
    return Line.objects.filter(pk__lt=stop or 0)


def _beginning() -> str:
    """Return what the first line must follow: nothing, or the last line that retention deleted."""
    told = Line.objects.filter(verb=Verb.RETENTION_APPLIED, facts__has_key="upto")
    latest = told.order_by("-pk").first()
    return str(latest.facts["upto"]) if latest else GENESIS


def first_broken_line() -> Line | None:
    """Return the first line whose digest or link does not hold; None where the chain is whole."""
    previous = _beginning()
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
