"""Where a small push helps in a cohort: what can be done now, what waits; and the script."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching.queries.lines import broken_lines
from viceversa.programmes.models import Cohort
from viceversa.relationships.choices import Signal
from viceversa.relationships.models import Member
from viceversa.relationships.queries.momentum import (
    Pushed,
    count_waiting,
    parameters_of,
    put_off,
    waiting_for_you,
)
from viceversa.web import guards
from viceversa.web.coordinator.momentum.words import Line, lines
from viceversa.web.coordinator.programmes.loading import cohort_or_404

FIRST = 4  # shown on the page of the cohort


@guards.requires(Permission.RELATIONSHIP_READ_STATE)
@require_safe
def every(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the whole list of a cohort."""
    cohort, now = cohort_or_404(public_id), clock.now()
    context = {
        "cohort": cohort,
        "waiting": shown(cohort, waiting_for_you(cohort, now)),
        "later": shown(cohort, put_off(cohort, now)),
        "parameters": parameters_of(cohort),
    }
    return TemplateResponse(request, "coordinator/momentum/list.html", context)


@guards.requires(Permission.RELATIONSHIP_READ_STATE)
@require_safe
def script(request: HttpRequest) -> TemplateResponse:
    """Show what to say: ten minutes for three, ten opening questions, a call."""
    return TemplateResponse(request, "coordinator/momentum/script.html", {})


def section(cohort: Cohort, now: datetime) -> dict[str, object]:
    """Return the variables of the section on the page of a cohort: the first few, and how many."""
    rows = waiting_for_you(cohort, now)
    return {"pushes": shown(cohort, rows[:FIRST]), "push_count": count_waiting(cohort, now)}


def shown(cohort: Cohort, rows: Sequence[Pushed]) -> list[Line]:
    """Shape rows for the page, with the rule and the fact where a reporting line is flagged."""
    flagged = [row.relationship.pk for row in rows if row.first.signal == Signal.LINE]
    members = Member.objects.filter(relationship__in=flagged).select_related(
        "person__unit", "relationship"
    )
    found = broken_lines(cohort, list(members), localdate(clock.now())) if flagged else {}
    told = {key: [line.sentence for line in broken] for key, broken in found.items()}
    return lines(rows, told)
