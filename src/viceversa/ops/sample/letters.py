"""The letters of the story left in their time: none of them leaves on the day of loading."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import F

from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Message, written
from viceversa.notifications.tasks import deliver_soon
from viceversa.ops.sample.clockwork import Clockwork

NAME = "notifications.deliver-soon"  # under which the outbox is told of a new message


@contextmanager
def sent_long_ago(clock: Clockwork) -> Iterator[None]:
    """Let what is written meanwhile count as sent when it was due; what is due later still waits.

    Some hundred invented people would else be written to at once, about days long past. The words
    of the last two days stay, for whoever looks into the outbox.
    """
    written.disconnect(dispatch_uid=NAME, sender=None)
    try:
        yield
    finally:
        written.connect(deliver_soon, dispatch_uid=NAME)
    past = Message.objects.filter(state=DeliveryState.WAITING, due_at__lte=clock.now)
    past.update(state=DeliveryState.SENT, settled_at=F("due_at"), attempts=1)
    read = Message.objects.filter(state=DeliveryState.SENT, settled_at__lt=clock.ago(days=2))
    read.update(subject="", text="", html="", calendar=None)
