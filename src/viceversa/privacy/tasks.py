"""Jobs of privacy: the time is asked for here, and each makes one call."""

from django.tasks import task

from viceversa.kernel import clock
from viceversa.kernel.actor import SYSTEM
from viceversa.people.actions.sign_ins import follow_directory
from viceversa.privacy.actions import retention


@task()
def apply_retention() -> None:
    """Delete what has passed its day; running twice deletes once."""
    now = clock.now()
    follow_directory(actor=SYSTEM, now=now)  # from which day on somebody counts as gone
    retention.apply_retention(actor=SYSTEM, now=now)
