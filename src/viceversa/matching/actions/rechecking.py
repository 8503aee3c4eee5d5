"""The nightly look at the reporting tree: who has come into one line is flagged, never ended."""

from datetime import datetime

from viceversa.matching.queries.lines import broken_lines
from viceversa.programmes.models import Cohort
from viceversa.relationships.actions.momentum import flag_lines
from viceversa.relationships.choices import RelationshipState
from viceversa.relationships.models import Member, Relationship


def recheck_lines(*, now: datetime) -> int:
    """Look at every relationship that goes on; return how many stand flagged.

    Whoever coordinates sees the rule and the fact beside a suggestion; running twice flags once,
    and a flag goes away by itself once the tree says so.
    """
    going_on = Relationship.objects.exclude(state=RelationshipState.CLOSED)
    cohorts = Cohort.objects.filter(pk__in=going_on.values("cohort")).order_by("pk")
    return sum(_recheck(cohort, now) for cohort in cohorts)


def _recheck(cohort: Cohort, now: datetime) -> int:
    members = list(
        Member.objects.filter(relationship__cohort=cohort)
        .exclude(relationship__state=RelationshipState.CLOSED)
        .select_related("person__unit", "relationship")
        .order_by("relationship", "pk")
    )
    broken = broken_lines(cohort, members, now.date())
    flagged = 0
    for relationship in {one.relationship_id: one.relationship for one in members}.values():
        rules = {line.name: (line.mentor, line.mentee) for line in broken.get(relationship.pk, ())}
        flagged += flag_lines(relationship=relationship, rules=rules, now=now) is not None
    return flagged
