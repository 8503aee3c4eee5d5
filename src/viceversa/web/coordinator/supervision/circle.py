"""One circle: its facts, who keeps a seat, changing it, calling it off, attendance."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions.supervision import (
    call_off,
    change_supervision,
    note_attendance,
)
from viceversa.programmes.models import Supervision
from viceversa.programmes.queries.supervision import by_public_id, seats
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.supervision.forms import CircleForm


@guards.requires(Permission.PROGRAMME_CHANGE)
def one(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The page of a circle; its form while it is still to come."""
    circle, now = _circle(public_id), clock.now()
    form = CircleForm(
        request.POST if request.method == "POST" else None, initial=CircleForm.values(circle)
    )
    if form.is_bound and form.is_valid():
        try:
            change_supervision(
                supervision=circle, plan=form.plan(), actor=guards.actor(request), now=now
            )
        except UnableTo as error:
            for sentence in (error.message, *error.details):
                form.add_error(None, str(sentence))
        else:
            messages.success(request, _("Saved; whoever keeps a seat is told."))
            return redirect("supervision:circle", circle.public_id)
    kept = seats(circle)
    context = {
        "circle": circle,
        "cohort": circle.cohort,
        "form": form,
        "seats": kept,
        "left": max(0, circle.seats - len(kept)),
        "begun": circle.starts_at <= now,
        "noted": any(seat.attended is not None for seat in kept),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "coordinator/supervision/circle.html", context, status=status)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def attendance(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write down who came."""
    circle = _circle(public_id)
    present = {number(each, 0) for each in request.POST.getlist("seat")}
    try:
        note_attendance(
            supervision=circle, present=present, actor=guards.actor(request), now=clock.now()
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Attendance written down."))
    return redirect("supervision:circle", circle.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def off(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Call the circle off."""
    circle = _circle(public_id)
    try:
        call_off(supervision=circle, actor=guards.actor(request), now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Called off; whoever kept a seat is told."))
    return redirect("supervision:list", circle.cohort.public_id)


def _circle(public_id: str) -> Supervision:
    found = by_public_id(public_id)
    if found is None:
        raise Http404
    return found
