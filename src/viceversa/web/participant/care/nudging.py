"""A small push, answered by the people it is for: “we are on it”."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.momentum import say_on_it
from viceversa.relationships.queries.momentum import nudge_of
from viceversa.web import guards


@guards.signed_in
@require_POST
def on_it(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Put a push aside for a few days; for everybody outside there is no such thing."""
    nudge = nudge_of(public_id)
    if nudge is None:
        raise Http404
    viewer = guards.member(request, nudge.relationship.public_id)
    try:
        say_on_it(nudge=nudge, member=viewer, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Good. This stays between you for a few more days."))
    return redirect("participant:home")
