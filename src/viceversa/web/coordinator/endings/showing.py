"""Endings of a cohort in figures, colleagues named, champions, and whether a letter is ours."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import champions as verbs
from viceversa.programmes.models import Champion
from viceversa.programmes.queries import cohorts
from viceversa.programmes.queries.champions import all_champions, champion_by_id
from viceversa.relationships.choices import ClosingOutcome, Renewal
from viceversa.relationships.queries.closing import (
    CohortEndings,
    cohort_endings,
    letter_by_number,
    nominations,
)
from viceversa.web import guards


@guards.requires(Permission.RELATIONSHIP_READ_STATE)
@require_safe
def cohort(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show states, dates, counts and names given; never who ended, chose or gave a name."""
    found = cohorts.by_public_id(public_id)
    if found is None:
        raise Http404
    number = request.GET.get("number", "").strip()
    endings = cohort_endings(found)
    context = {
        "cohort": found,
        "endings": endings,
        "outcomes": [(str(each.label), endings.outcomes[each]) for each in ClosingOutcome],
        "choices": _choices(endings),
        "named": nominations(found),
        "champions": [one for one in all_champions(found) if one.sentence],
        "number": number,
        "letter": letter_by_number(number) if number else None,
        "may_change": guards.may(request, Permission.PROGRAMME_CHANGE),
    }
    return TemplateResponse(request, "coordinator/endings/cohort.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def take_down(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take a champion off the pages."""
    champion = _champion(public_id)
    verbs.take_down(champion=champion, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("Off the pages. The person sees that it was taken down."))
    return redirect("endings:cohort", champion.cohort.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def put_back(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show a champion again."""
    champion = _champion(public_id)
    verbs.put_back(champion=champion, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("On the pages again."))
    return redirect("endings:cohort", champion.cohort.public_id)


def _choices(endings: CohortEndings) -> list[tuple[str, int]] | None:
    """Return (choice, count), None while too few have answered."""
    if endings.choices is None:
        return None
    return [(str(each.label), endings.choices.get(each, 0)) for each in Renewal]


def _champion(public_id: str) -> Champion:
    found = champion_by_id(public_id)
    if found is None:
        raise Http404
    return found
