"""Reading cohorts: one by its address, all that are open, and the figures of one."""

from dataclasses import dataclass, field

from django.db.models import Count

from viceversa.programmes.choices import CohortState, EnrolmentState, Role
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.queries.programmes import PEOPLE

PROGRAMME_PEOPLE = [f"programme__{name}" for name in PEOPLE]
ORDER = [EnrolmentState.INVITED, EnrolmentState.APPLIED, EnrolmentState.ADMITTED]


@dataclass(frozen=True, slots=True)
class Figures:
    """Enrolments of a cohort by role and state, and how many admitted lack something."""

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    incomplete: int = 0

    def count(self, role: str, state: str) -> int:
        """Return how many enrolments of a role are in a state."""
        return self.counts.get((role, state), 0)

    def reached(self, role: str, state: str) -> int:
        """Return how many got at least as far as a state and have not withdrawn."""
        later = ORDER[ORDER.index(EnrolmentState(state)) :]
        return sum(self.count(role, each) for each in later)

    @property
    def mentors(self) -> int:
        """Admitted mentors."""
        return self.count(Role.MENTOR, EnrolmentState.ADMITTED)

    @property
    def mentees(self) -> int:
        """Admitted mentees."""
        return self.count(Role.MENTEE, EnrolmentState.ADMITTED)

    @property
    def withdrawn(self) -> int:
        """Withdrawn enrolments of both roles."""
        return sum(self.count(role, EnrolmentState.WITHDRAWN) for role in Role.values)


def by_public_id(public_id: str) -> Cohort | None:
    """Return a cohort with its programme and the programme's people, or None."""
    return (
        Cohort.objects.select_related(*PROGRAMME_PEOPLE)
        .prefetch_related("programme__objectives")
        .filter(public_id=public_id)
        .first()
    )


def open_cohorts() -> list[Cohort]:
    """Return the open cohorts with their programmes, the newest start first."""
    return list(
        Cohort.objects.filter(state=CohortState.OPEN)
        .select_related("programme")
        .order_by("-starts_on", "-pk")
    )


def figures(cohort: Cohort) -> Figures:
    """Return the enrolment figures of a cohort in two queries."""
    counted = (
        Enrolment.objects.filter(cohort=cohort)
        .values_list("role", "state")
        .annotate(number=Count("pk"))
        .order_by()
    )
    incomplete = Enrolment.objects.admitted().filter(cohort=cohort).lacking().count()
    return Figures({(role, state): number for role, state, number in counted}, incomplete)
