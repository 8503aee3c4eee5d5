"""The circles of a cohort, and planning one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions.supervision import plan_supervision
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import cohorts
from viceversa.programmes.queries.supervision import listed
from viceversa.web import guards
from viceversa.web.coordinator.supervision.forms import CircleForm


@guards.requires(Permission.PROGRAMME_READ)
@require_safe
def every(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Every circle of a cohort, those to come first."""
    cohort = _cohort(public_id)
    context = {
        "cohort": cohort,
        "circles": listed(cohort, clock.now()),
        "is_open": cohort.state == CohortState.OPEN,
    }
    return TemplateResponse(request, "coordinator/supervision/list.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def plan(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Plan a circle; the cohort’s mentors are told."""
    cohort = _cohort(public_id)
    form = CircleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            circle = plan_supervision(
                cohort=cohort, plan=form.plan(), actor=guards.actor(request), now=clock.now()
            )
        except UnableTo as error:
            for sentence in (error.message, *error.details):
                form.add_error(None, str(sentence))
        else:
            messages.success(request, _("Circle planned; the mentors are told by mail."))
            return redirect("supervision:circle", circle.public_id)
    context = {"cohort": cohort, "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "coordinator/supervision/plan.html", context, status=status)


def _cohort(public_id: str) -> Cohort:
    found = cohorts.by_public_id(public_id)
    if found is None:
        raise Http404
    return found
