"""What a coordinator does about a push: send, wait a week, done; or a reason on record."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import momentum as actions
from viceversa.relationships.models import Nudge
from viceversa.relationships.queries.meetings.naming import joined
from viceversa.relationships.queries.momentum import nudge_of, times_for
from viceversa.web import guards


@guards.requires(Permission.RELATIONSHIP_PUSH)
@require_POST
def send(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Send the response that fits, with times at which all are free now."""
    nudge, now = _found(public_id), clock.now()
    try:
        told = actions.send_response(
            nudge=nudge, times=times_for(nudge, now), actor=guards.actor(request), now=now
        )
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        names = joined(member.person.first_name for member in told)
        messages.success(request, _("Sent to %(names)s.") % {"names": names})
    return _back(request, nudge)


@guards.requires(Permission.RELATIONSHIP_PUSH)
@require_POST
def later(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Put a push off for a week."""
    return _do(request, _found(public_id), actions.snooze, _("Put off for a week."))


@guards.requires(Permission.RELATIONSHIP_PUSH)
@require_POST
def done(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Call a push done."""
    done = _("Done. It comes back after four weeks if nothing has changed.")
    return _do(request, _found(public_id), actions.call_done, done)


@guards.requires(Permission.RELATIONSHIP_PUSH)
@require_POST
def waive(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Let a pair in one reporting line go on, with a reason."""
    act = partial(actions.waive_line, reason=request.POST.get("reason", ""))
    return _do(request, _found(public_id), act, _("They go on; the reason is on record."))


def _do(
    request: HttpRequest, nudge: Nudge, act: Callable[..., Nudge], done: str
) -> HttpResponseBase:
    try:
        act(nudge=nudge, actor=guards.actor(request), now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return _back(request, nudge)


def _found(public_id: str) -> Nudge:
    nudge = nudge_of(public_id)
    if nudge is None:
        raise Http404
    return nudge


def _back(request: HttpRequest, nudge: Nudge) -> HttpResponseBase:
    """Go back to where the button was: the cohort's page or the whole list."""
    target = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        return redirect(target)
    return redirect("momentum:list", nudge.relationship.cohort.public_id)
