"""A cohort's meetings in figures: kept, planned, with a next date, who has met. Never by whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import MeetingState, MemberRole, RelationshipState
from viceversa.relationships.models import Meeting, Member, Relationship, Version
from viceversa.relationships.queries.meetings.reading import AHEAD


@dataclass(frozen=True, slots=True)
class MeetingFigures:
    """`kept` of `due` meetings so far; of the relationships under way, how many have a next date.

    `met_…` count people who have met at least once; `signed` relationships with an agreement in
    force.
    """

    kept: int
    due: int
    under_way: int
    with_next_date: int
    signed: int
    met_mentors: int
    met_mentees: int

    @property
    def without_next_date(self) -> int:
        return self.under_way - self.with_next_date


UNDER_WAY = (RelationshipState.OPENED, RelationshipState.AGREED, RelationshipState.ACTIVE)


def meeting_figures(cohort: Cohort, now: datetime) -> MeetingFigures:
    """Return the figures of a cohort in six queries."""
    meetings = Meeting.objects.filter(relationship__cohort=cohort)
    held = meetings.filter(state=MeetingState.HELD)
    kept = held.count()
    agreed = meetings.filter(state=MeetingState.AGREED, starts_at__lte=now)
    under_way = Relationship.objects.filter(cohort=cohort, state__in=UNDER_WAY)
    ahead = meetings.filter(state__in=AHEAD, starts_at__gt=now)
    people = Member.objects.filter(relationship__in=held.values("relationship"))
    met: dict[str, set[int]] = {role: set() for role in MemberRole.values}
    for role, person in people.values_list("role", "person"):
        met[role].add(person)
    in_force = Q(in_force_at__isnull=False, agreement__relationship__cohort=cohort)
    return MeetingFigures(
        kept=kept,
        due=kept + agreed.count(),
        under_way=under_way.count(),
        with_next_date=under_way.filter(pk__in=ahead.values("relationship")).count(),
        signed=Version.objects.filter(in_force).values("agreement").distinct().count(),
        met_mentors=len(met[MemberRole.MENTOR]),
        met_mentees=len(met[MemberRole.MENTEE]),
    )
