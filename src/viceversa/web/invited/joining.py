"""Applying unasked: the cohorts that take applications, and from which day one may."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions import profile as actions
from viceversa.programmes.choices import Role
from viceversa.programmes.queries import cohorts, invitations
from viceversa.web import guards


@guards.signed_in
@require_safe
def join(request: HttpRequest) -> TemplateResponse:
    """List what the viewer could take part in, and what stands in the way of the rest."""
    person = invitations.person_of(guards.user_of(request))
    openings = invitations.openings(person, timezone.localdate(clock.now())) if person else []
    return TemplateResponse(request, "invited/join.html", {"person": person, "openings": openings})


@guards.signed_in
@require_POST
def apply(request: HttpRequest, public_id: str, role: str) -> HttpResponseBase:
    """Apply in a role and go on to the profile."""
    person = invitations.person_of(guards.user_of(request))
    cohort = cohorts.by_public_id(public_id)
    if person is None or cohort is None or role not in Role.values:
        raise Http404
    try:
        enrolment = actions.apply_for(
            cohort=cohort, person=person, role=role, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        messages.error(request, " ".join([str(error), *map(str, error.details)]))
        return redirect("invited:join")
    return redirect("invited:topics", enrolment.public_id)
