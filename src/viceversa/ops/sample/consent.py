"""What people answer when they are asked about a pair: the yes of long ago, and questions open."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import F

from viceversa.matching import actions
from viceversa.matching.models import Ask, Offer
from viceversa.notifications.choices import DeliveryState
from viceversa.notifications.models import Message
from viceversa.ops.sample.clockwork import Clockwork
from viceversa.relationships.models import Relationship


def agree(offers: Sequence[Offer], clock: Clockwork, day: date) -> list[Relationship]:
    """Let the mentees say yes on the day they are asked, the mentors on the next; all of it past.

    Returns the relationships in the order of the offers.
    """
    actions.tend_offers(now=clock.at(day, 11, 40))
    for hours, later in ((16, 0), (12, 1)):
        for place, offer in enumerate(offers):
            now = clock.at(day + timedelta(days=later), hours, place % 60)
            for ask in _waiting(offer):
                actions.say_yes(ask=ask, now=now)
    _long_delivered()
    done = {offer.pk: offer for offer in Offer.objects.filter(pk__in=[o.pk for o in offers])}
    return [r for offer in offers if (r := done[offer.pk].relationship)]


def _waiting(offer: Offer) -> list[Ask]:
    """Return who of an offer is asked now and has not answered."""
    return list(Ask.objects.filter(offer=offer, said="", asked_at__isnull=False).order_by("pk"))


def _long_delivered() -> None:
    """Let the letters of those days count as sent then: none of them leaves today."""
    letters = Message.objects.filter(about__startswith="offer:", state=DeliveryState.WAITING)
    letters.update(state=DeliveryState.SENT, settled_at=F("due_at"))
