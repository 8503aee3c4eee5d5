"""How full somebody is: partners they have, and how many they take at most."""

from dataclasses import dataclass

from viceversa.people.models import Person
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.models import Enrolment
from viceversa.relationships.queries.partners import open_places


@dataclass(frozen=True, slots=True)
class Load:
    """One place of a person in an open cohort: partners now, and the most they take."""

    enrolment: Enrolment
    taken: int
    most: int

    @property
    def full(self) -> bool:
        return self.taken >= self.most


def loads_of(person: Person) -> list[Load]:
    """Return the places of a person that a partner may still come to; a query a cohort."""
    mine = Enrolment.objects.filter(
        person=person, state=EnrolmentState.ADMITTED, cohort__state=CohortState.OPEN
    ).select_related("cohort__programme")
    return [
        Load(each, open_places(each.cohort)[each.pk], each.maximum)
        for each in mine.order_by("cohort__starts_on", "pk")
    ]
