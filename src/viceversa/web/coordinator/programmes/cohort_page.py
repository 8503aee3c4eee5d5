"""What the cohort page shows: where the cohort stands, its figures, and the one next step.

Everything here is worked out from facts that exist; nothing is estimated. The parts are plain
dataclasses, so that the template only draws.
"""

from dataclasses import dataclass
from datetime import date, datetime

from viceversa.matching.queries.figures import CohortFigures as RoundFigures
from viceversa.matching.queries.figures import cohort_figures as round_figures
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import candidates
from viceversa.programmes.queries.cohorts import Figures, figures
from viceversa.programmes.queries.programmes import gaps, sponsor_takes_part
from viceversa.programmes.rules import timeline
from viceversa.programmes.rules.timeline import Dates
from viceversa.relationships.queries.figures import CohortFigures as RelationshipFigures
from viceversa.relationships.queries.figures import cohort_figures as relationship_figures
from viceversa.relationships.queries.momentum import MeetingFigures, meeting_figures


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the page is worked out from, read once."""

    cohort: Cohort
    dates: Dates
    today: date
    gaps: tuple[str, ...]
    sponsor_in: bool
    no_people: bool
    enrolled: Figures
    rounds: RoundFigures
    relationships: RelationshipFigures
    meetings: MeetingFigures

    @property
    def draft(self) -> bool:
        """Whether the cohort has not been opened."""
        return self.cohort.state == "draft"

    @property
    def closed(self) -> bool:
        """Whether the cohort is over."""
        return self.cohort.state == "closed"

    @property
    def week(self) -> tuple[int, int] | None:
        """This week and the weeks in all, while an open cohort runs."""
        return timeline.week(self.dates, self.today) if self.cohort.state == "open" else None


def facts_of(cohort: Cohort, today: date, now: datetime) -> Facts:
    """Read the facts of a cohort; the number of queries does not depend on its size."""
    return Facts(
        cohort=cohort,
        dates=dates_of(cohort),
        today=today,
        gaps=gaps(cohort.programme),
        sponsor_in=sponsor_takes_part(cohort),
        no_people=candidates.directory_is_empty(),
        enrolled=figures(cohort),
        rounds=round_figures(cohort),
        relationships=relationship_figures(cohort),
        meetings=meeting_figures(cohort, now),
    )


def dates_of(cohort: Cohort) -> Dates:
    """Return the timeline of a cohort."""
    return Dates(
        invitations_on=cohort.invitations_on,
        matching_on=cohort.matching_on,
        starts_on=cohort.starts_on,
        midpoint_on=cohort.midpoint_on,
        ends_on=cohort.ends_on,
    )
