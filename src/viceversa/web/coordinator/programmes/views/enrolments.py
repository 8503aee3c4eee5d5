"""Enrolments of a cohort: the list, one of them, withdrawing and coming back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import enrolments as actions
from viceversa.programmes.choices import CohortState, EnrolmentState, Missing, Role
from viceversa.programmes.queries import cohorts, enrolments
from viceversa.programmes.queries.details import details_of
from viceversa.relationships.queries import open_places
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.enrolment_page import EnrolmentPage
from viceversa.web.coordinator.programmes.loading import cohort_or_404, enrolment_or_404

PAGE = 50


@guards.requires(Permission.PROGRAMME_READ)
def every(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Who takes part, as what, with which topics, and who is missing what."""
    cohort = cohort_or_404(public_id)
    asked = {
        "search": request.GET.get("q", ""),
        "role": _one_of(request.GET.get("role", ""), Role.values),
        "state": _one_of(request.GET.get("state", ""), EnrolmentState.values),
        "lacking": _one_of(request.GET.get("lacking", ""), ["anything", *Missing.values]),
    }
    found = enrolments.enrolments(cohort, **asked)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    taken = open_places(cohort)
    context = {
        "cohort": cohort,
        "closed": cohort.state == CohortState.CLOSED,
        "figures": cohorts.figures(cohort),
        "asked": asked,
        "filtered": any(asked.values()),
        "page": page,
        "lines": [
            (line, taken[line.enrolment.pk]) for line in enrolments.lines(list(page.object_list))
        ],
        "roles": [(role.value, role.label) for role in Role],
        "states": [(state.value, state.label) for state in EnrolmentState],
        "lacks": [("anything", _("anything")), *[(m.value, m.label) for m in Missing]],
    }
    return pages.page(request, "enrolments.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def one(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """One enrolment: what it says, and changing it."""
    enrolment = enrolment_or_404(public_id)
    page = EnrolmentPage(enrolment, details_of([enrolment])[enrolment.pk])
    if request.method == "POST" and page.read(request):
        try:
            actions.change_enrolment(
                enrolment=enrolment,
                details=page.details(),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except (actions.UnableToChangeEnrolment, actions.UnableToEnrol) as error:
            page.refusal = error
        else:
            messages.success(
                request, _("Enrolment of %(name)s saved.") % {"name": enrolment.person.name}
            )
            return redirect("programmes:enrolment", enrolment.public_id)
    context = {
        "enrolment": enrolment,
        "cohort": enrolment.cohort,
        "person": enrolment.person,
        "page": page,
        "missing": enrolments.labels(enrolments.missing_of(enrolment, page.saved)),
        "mentor": enrolment.role == Role.MENTOR,
        "withdrawn": enrolment.state == EnrolmentState.WITHDRAWN,
        "closed": enrolment.cohort.state == CohortState.CLOSED,
    }
    return pages.page(request, "enrolment.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take an enrolment out of the cohort."""
    enrolment = enrolment_or_404(public_id)
    try:
        actions.withdraw(enrolment=enrolment, actor=guards.actor(request), now=clock.now())
    except actions.UnableToChangeEnrolment as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            _("%(name)s no longer takes part; nothing was lost.") % {"name": enrolment.person.name},
        )
    return redirect("programmes:enrolment", enrolment.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def readmit(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Admit an enrolment again."""
    enrolment = enrolment_or_404(public_id)
    try:
        actions.readmit(enrolment=enrolment, actor=guards.actor(request), now=clock.now())
    except actions.UnableToChangeEnrolment as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("%(name)s takes part again.") % {"name": enrolment.person.name})
    return redirect("programmes:enrolment", enrolment.public_id)


def _one_of(text: str, allowed: list[str]) -> str:
    return text if text in allowed else ""
