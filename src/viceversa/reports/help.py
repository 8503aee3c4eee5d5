"""Whom somebody who takes part can turn to."""

from dataclasses import dataclass

from viceversa.accounts.choices import Role
from viceversa.accounts.models import User
from viceversa.people.models import Person
from viceversa.programmes.models import Enrolment, Programme
from viceversa.relationships.models import Relationship
from viceversa.relationships.queries import relationships_of_person

CALLED = 2  # coordinators named


@dataclass(frozen=True, slots=True)
class Helpers:
    """Coordinators, the counsellors of one's programmes, and one's relationships."""

    coordinators: list[User]
    counsellors: list[Person]
    relationships: list[Relationship]


def coordinators() -> list[User]:
    """Return whom to call about the programme: who coordinates, the longest in office first."""
    holders = User.objects.filter(grants__role=Role.COORDINATOR, is_active=True)
    return list(holders.order_by("grants__granted_at", "pk")[:CALLED])


def helpers(user: User) -> Helpers:
    """Return whom a user can turn to; no counsellor for who takes part in nothing."""
    person = Person.objects.filter(user=user).first()
    if person is None:
        return Helpers(coordinators(), [], [])
    relationships = relationships_of_person(person)
    places = Enrolment.objects.filter(person=person).values("cohort__programme")
    keys = {item.cohort.programme_id for item in relationships}
    programmes = Programme.objects.filter(pk__in=places) | Programme.objects.filter(pk__in=keys)
    found = programmes.exclude(counsellor=None).select_related("counsellor").distinct()
    counsellors = dict.fromkeys(each.counsellor for each in found.order_by("pk"))
    return Helpers(coordinators(), [one for one in counsellors if one], relationships)
