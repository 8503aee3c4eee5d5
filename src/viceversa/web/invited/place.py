"""One's own place: where it stands; pause, come back, give it up."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions import profile as actions
from viceversa.programmes.choices import CohortState, EnrolmentState
from viceversa.programmes.queries import invitations
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules.profile import still_needed
from viceversa.web.invited.visits import PLACE, Visit, visit
from viceversa.web.linked import private


@private
@require_safe
def place(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Where the place stands and what can be done with it."""
    seen = visit(request, public_id, PLACE)
    enrolment = seen.enrolment
    if enrolment.state == EnrolmentState.INVITED:
        return redirect("invited:invitation", public_id)
    details = details_of([enrolment])[enrolment.pk]
    context = {
        "enrolment": enrolment,
        "cohort": enrolment.cohort,
        "programme": enrolment.cohort.programme,
        "mentor": enrolment.role == "mentor",
        "pause": invitations.pause_of(enrolment),
        "admitted": enrolment.state == EnrolmentState.ADMITTED,
        "withdrawn": enrolment.state == EnrolmentState.WITHDRAWN,
        "closed": enrolment.cohort.state == CohortState.CLOSED,
        "needed": still_needed(details, enrolment.role),
        "signed_in_here": seen.signed_in,
    }
    return TemplateResponse(request, "invited/place.html", context)


@private
@require_POST
def pause(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Stay out of matching for now, until a day where one is given."""
    seen = visit(request, public_id, PLACE)
    try:
        actions.pause(
            enrolment=seen.enrolment,
            until=_day(request.POST.get("until", "")),
            actor=seen.actor,
            now=clock.now(),
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Paused. Nobody is proposed to you until you come back."))
    return redirect("invited:place", public_id)


@private
@require_POST
def resume(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Come back from a pause."""
    seen = visit(request, public_id, PLACE)
    actions.resume(enrolment=seen.enrolment, actor=seen.actor, now=clock.now())
    messages.success(request, _("Good to have you back: the next matching counts on you."))
    return redirect("invited:place", public_id)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Give the place up, after a page that says what stays."""
    seen = visit(request, public_id, PLACE)
    if request.method == "POST":
        actions.withdraw(enrolment=seen.enrolment, actor=seen.actor, now=clock.now())
        return _farewell(request, seen)
    context = {"enrolment": seen.enrolment, "programme": seen.enrolment.cohort.programme}
    return TemplateResponse(request, "invited/withdraw.html", context)


@private
@require_safe
def left(request: HttpRequest) -> TemplateResponse:
    """Thanks, after the links have ended."""
    return TemplateResponse(request, "invited/left.html", {})


def _farewell(request: HttpRequest, seen: Visit) -> HttpResponseBase:
    if seen.signed_in:
        messages.success(request, _("Your place is given up. Thank you for having been there."))
        return redirect("participant:home")
    return redirect("invited:left")


def _day(text: str) -> date | None:
    """Return the day of a date field; none, or one that is no day, means without a day."""
    try:
        return parse_date(text)
    except ValueError:  # the thirtieth of February
        return None
