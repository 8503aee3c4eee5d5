"""All rounds, and preparing a new one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.queries import rounds
from viceversa.programmes.queries import cohorts
from viceversa.web import guards
from viceversa.web.asked import number


@guards.requires(Permission.ROUND_READ)
def every(request: HttpRequest) -> TemplateResponse:
    """Rounds of one cohort or of all, newest first, and the cohorts that may have a new one."""
    asked = request.GET.get("cohort", "")
    cohort = cohorts.by_public_id(asked) if asked else None
    if asked and cohort is None:
        raise Http404
    context = {
        "cohort": cohort,
        "page": rounds.listing(cohort, number(request.GET.get("page", ""), 1)),
        "startable": rounds.startable(cohort),
    }
    return TemplateResponse(request, "coordinator/rounds/list.html", context)


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
def prepare(request: HttpRequest) -> HttpResponseBase:
    """Prepare the next round of a cohort and go to it."""
    cohort = cohorts.by_public_id(request.POST.get("cohort", ""))
    if cohort is None:
        raise Http404
    try:
        round = actions.prepare(cohort=cohort, actor=guards.actor(request), now=clock.now())
    except actions.UnableToPrepare as error:
        messages.error(request, str(error))
        return redirect(f"{reverse('rounds:list')}?cohort={cohort.public_id}")
    messages.success(request, _("Round %(number)s prepared.") % {"number": round.number})
    return redirect("rounds:round", round.public_id)
