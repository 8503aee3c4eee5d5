"""The weekly digest: what was gathered for one reader becomes one message."""

from datetime import datetime

from django.db import transaction

from viceversa.notifications.actions.enqueueing import enqueue
from viceversa.notifications.choices import DeliveryState, Kind
from viceversa.notifications.models import Message
from viceversa.notifications.rules.plain import first_act
from viceversa.notifications.rules.recipient import Recipient


def gather_due(*, now: datetime) -> int:
    """Write a digest for each reader whose hour has come; return how many."""
    waiting = Message.objects.filter(state=DeliveryState.GATHERED, due_at__lte=now)
    keys = list(waiting.values_list("recipient_key", flat=True).distinct())
    return sum(_gather(key, now) for key in keys)


@transaction.atomic
def _gather(key: str, now: datetime) -> bool:
    """Write one reader's digest; False where another worker was quicker."""
    rows = Message.objects.select_for_update().filter(
        recipient_key=key, state=DeliveryState.GATHERED
    )
    gathered = list(rows.order_by("created_at", "pk"))
    if not gathered:
        return False
    latest = gathered[-1]
    recipient = Recipient(
        key=key,
        email=latest.email,
        name=latest.name,
        language="it" if latest.language == "it" else "en",
        time_zone=latest.time_zone,
    )
    items = [
        {"subject": row.subject, "on": row.created_at, "act": first_act(row.html)}
        for row in gathered
    ]
    digest = enqueue(kind=Kind.DIGEST, recipient=recipient, context={"items": items}, now=now)
    rows.filter(pk__in=[row.pk for row in gathered]).update(
        state=DeliveryState.DIGESTED,
        digest=digest,
        settled_at=now,
        subject="",
        text="",
        html="",
        calendar=None,
    )
    return True
