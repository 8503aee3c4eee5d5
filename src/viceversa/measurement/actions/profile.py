"""One tap from a self-check to the profile: a topic to learn, or one to share."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.measurement.rules.bands import GUIDES_FROM, LEVELS
from viceversa.programmes.actions.enrolments import change_enrolment
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.queries.topics import by_code
from viceversa.programmes.rules.details import USUAL_WEIGHT, first_is_offer

type Side = Literal["learn", "share"]


class UnableToAddTopic(UnableTo):
    """The catalogue does not have the topic (any more), or the level is not one of DigComp."""


@transaction.atomic
def add_topic(
    *,
    enrolment: Enrolment,
    code: str,
    side: Side,
    level: int = GUIDES_FROM,
    actor: Actor,
    now: datetime,
) -> Enrolment:
    """Add a topic to what an enrolment hopes for (`learn`) or can give (`share`, with a level).

    A mentor gives in the first direction and hopes in the second, a mentee the other way round.
    """
    topic = by_code(code)
    if topic is None or topic.retired or level not in LEVELS:
        raise UnableToAddTopic(_("The catalogue does not have this topic any more."))
    details = details_of([enrolment])[enrolment.pk]
    gives_first = first_is_offer(enrolment.role)
    wish = (code, level if side == "share" else USUAL_WEIGHT)
    if (side == "share") == gives_first:
        wanted = replace(details, first=(*details.first, wish))
    else:
        wanted = replace(details, back=(*details.back, wish))
    return change_enrolment(enrolment=enrolment, details=wanted, actor=actor, now=now)
