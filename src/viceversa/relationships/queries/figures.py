"""How many relationships a cohort has, by state."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min

from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import MemberRole, RelationshipState
from viceversa.relationships.models import Member, Relationship


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """`by_state` counts relationships; `paired_…` count people in one that is not closed."""

    by_state: dict[str, int]
    paired_mentors: int
    paired_mentees: int
    first_opened_at: datetime | None

    @property
    def total(self) -> int:
        """All relationships, whatever their state."""
        return sum(self.by_state.values())

    @property
    def current(self) -> int:
        """Relationships not closed."""
        return self.total - self.by_state[RelationshipState.CLOSED]


def cohort_figures(cohort: Cohort) -> CohortFigures:
    """Return the figures of a cohort in three queries; every state has its number, 0 included."""
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
    first = Relationship.objects.filter(cohort=cohort).aggregate(first=Min("opened_at"))["first"]
    return CohortFigures(
        by_state={state: counted.get(state, 0) for state in RelationshipState.values},
        paired_mentors=people.get(MemberRole.MENTOR, 0),
        paired_mentees=people.get(MemberRole.MENTEE, 0),
        first_opened_at=first,
    )
