"""How many relationships a cohort has, by state."""

from dataclasses import dataclass

from django.db.models import Count

from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import MemberRole, RelationshipState
from viceversa.relationships.models import Member, Relationship


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """`by_state` counts relationships; `mentors` and `mentees` count people in one not closed."""

    by_state: dict[str, int]
    mentors: int
    mentees: int

    @property
    def total(self) -> int:
        """All relationships, whatever their state."""
        return sum(self.by_state.values())

    @property
    def current(self) -> int:
        """Relationships not closed."""
        return self.total - self.by_state[RelationshipState.CLOSED]


def cohort_figures(cohort: Cohort) -> CohortFigures:
    """Return the figures of a cohort in two queries; every state has its number, 0 included."""
    counted = dict(
        Relationship.objects.filter(cohort=cohort)
        .values_list("state")
        .annotate(number=Count("pk"))
        .order_by()
    )
    people = dict(
        Member.objects.filter(relationship__cohort=cohort)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .values_list("role")
        .annotate(number=Count("person", distinct=True))
        .order_by()
    )
    return CohortFigures(
        by_state={state: counted.get(state, 0) for state in RelationshipState.values},
        mentors=people.get(MemberRole.MENTOR, 0),
        mentees=people.get(MemberRole.MENTEE, 0),
    )
