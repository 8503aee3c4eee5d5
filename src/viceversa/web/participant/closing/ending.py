"""Ending at once: this page, one button, no reason asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import closing
from viceversa.relationships.choices import Format
from viceversa.relationships.rules import LEAST_IN_CIRCLE
from viceversa.web import guards
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Show what ending means, and end."""
    viewer = guards.member(request, public_id)
    mistake = None
    if request.method == "POST":
        again = request.POST.get("next") != "rest"
        try:
            closing.end_without_fault(member=viewer, again=again, now=clock.now())
        except UnableTo as error:
            mistake = error
        else:
            messages.success(request, _("It has ended, and the others are told kindly."))
            return redirect("participant:past")
    frame = framed(viewer, "")
    circle = viewer.relationship.format == Format.CIRCLE
    others = len(frame["others"])  # type: ignore[arg-type]  # the list of members
    context = frame | {"mistake": mistake, "goes_on": circle and others >= LEAST_IN_CIRCLE}
    status = 409 if mistake else 200
    return TemplateResponse(request, "participant/closing/end.html", context, status=status)
