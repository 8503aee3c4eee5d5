"""Wishing for a topic unasked: it goes to the head of one’s wishes, and counts from now on."""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions.enrolments import change_enrolment
from viceversa.programmes.choices import Role, Rung
from viceversa.programmes.models import Enrolment, Topic
from viceversa.programmes.queries.details import details_of

BEFORE_ALL_ELSE = 3  # the highest weight of a wish


class UnableToWish(UnableTo):
    """The topic is not in the catalogue, or is not one to learn."""


def wish_for_topic(*, enrolment: Enrolment, code: str, actor: Actor, now: datetime) -> Enrolment:
    """Put a topic first among what a mentee would like to learn; the others keep their weights."""
    topic = Topic.objects.filter(code=code).exclude(rung=Rung.GIVES_BACK).first()
    if topic is None or enrolment.role != Role.MENTEE:
        raise UnableToWish(_("Choose a topic of the list."))
    details = details_of([enrolment])[enrolment.pk]
    rest = tuple(wish for wish in details.first if wish[0] != code)
    wished = replace(details, first=((code, BEFORE_ALL_ELSE), *rest))
    return change_enrolment(enrolment=enrolment, details=wished, actor=actor, now=now)
