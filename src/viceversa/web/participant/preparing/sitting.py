"""A mentor’s seat in a supervision circle: keep it, give it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.actions.supervision import give_back, keep_seat
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.programmes.queries.supervision import coming
from viceversa.web import guards
from viceversa.web.participant.preparing import viewer


@guards.signed_in
@require_POST
def seat(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep a seat in a circle to come, or give it back."""
    now = clock.now()
    circles = coming(enrolments_of(viewer.person(request)), now)
    found = next((c for c in circles if c.supervision.public_id == public_id), None)
    if found is None:
        raise Http404
    act = give_back if "back" in request.POST else keep_seat
    try:
        act(
            supervision=found.supervision,
            enrolment=found.enrolment,
            actor=guards.actor(request),
            now=now,
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        given, kept = _("Your seat is free again."), _("Your seat is kept; it is in your mail.")
        messages.success(request, given if "back" in request.POST else kept)
    return redirect("participant:prepare")
