"""Jobs of programmes: the hourly look for invitations whose chosen day has come."""

from django.tasks import task

from viceversa.kernel import clock
from viceversa.kernel.actor import SYSTEM
from viceversa.programmes.actions import invitations


@task()
def ask_again() -> None:
    """Write again to whoever asked to be asked later; running twice writes once."""
    invitations.ask_again(actor=SYSTEM, now=clock.now())
