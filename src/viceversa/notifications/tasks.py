"""Jobs: one message, and the sweep of a minute over what is due."""

from typing import Any

from django.tasks import task

from viceversa.kernel import clock
from viceversa.notifications import actions
from viceversa.notifications.models import Message


@task()
def deliver(message_id: int) -> None:
    """Send one message that may ring now; running twice sends once."""
    actions.deliver(message_id=message_id, now=clock.now())


@task()
def deliver_due() -> None:
    """Send what waited for its hour, for another try, or for a worker that died."""
    actions.deliver_due(now=clock.now())


@task()
def ring_due() -> None:
    """Send the words in the chat that are due."""
    actions.ring_due(now=clock.now())


def deliver_soon(sender: type[Message], message: Message, **kwargs: Any) -> None:
    """Enqueue the delivery of a message in the transaction that wrote it."""
    deliver.enqueue(message.pk)
