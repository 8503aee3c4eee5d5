"""Flagging a pair that a reorganisation has put into one reporting line; matching finds it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.relationships.choices import Signal
from viceversa.relationships.models import Nudge, Relationship


@transaction.atomic
def flag_lines(
    *, relationship: Relationship, rules: Mapping[str, Sequence[int]], now: datetime
) -> Nudge | None:
    """Keep that a relationship breaks rules on the reporting line now, or that it does no more.

    `rules` maps the name of each broken rule to the private keys of (mentor, mentee) in it; those
    set aside with a reason do not count. Whoever coordinates sees it at once; nothing is ended.
    Returns the open nudge, None where there is none.
    """
    broken = {name: two for name, two in rules.items() if name not in relationship.overridden_rules}
    row = Nudge.objects.filter(relationship=relationship, signal=Signal.LINE, settled_at=None)
    current = row.select_for_update().first()
    if not broken:
        row.update(settled_at=now, mended=True)
        return None
    facts = {"rules": sorted(broken), "pairs": [list(two) for _, two in sorted(broken.items())]}
    if current is None:
        if _called_done(relationship, facts):
            return None
        current = Nudge.objects.create(
            relationship=relationship, signal=Signal.LINE, since=now, shown_at=now, facts=facts
        )
        record(
            actor=SYSTEM,
            now=now,
            verb=Verb.LINE_FLAGGED,
            subject=f"relationship:{relationship.public_id}",
            rules=facts["rules"],
        )
    elif current.facts != facts:
        current.facts = facts
        current.save(update_fields=["facts"])
    return current


def _called_done(relationship: Relationship, facts: Mapping[str, object]) -> bool:
    """Tell whether the latest flag of this relationship was called done for the very same lines."""
    latest = (
        Nudge.objects.filter(
            relationship=relationship, signal=Signal.LINE, settled_at__isnull=False
        )
        .order_by("-settled_at", "-pk")
        .first()
    )
    return latest is not None and not latest.mended and latest.facts == facts
