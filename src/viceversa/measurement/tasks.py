"""Jobs of measurement: the daily look for cohorts that have come midway or to their end."""

from django.tasks import task

from viceversa.kernel import clock
from viceversa.measurement.actions import offering


@task()
def offer_again() -> None:
    """Offer a second look; running twice offers once."""
    offering.offer_again(now=clock.now())
