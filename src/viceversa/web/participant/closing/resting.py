"""Pausing a relationship until a day, and coming back before it."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import closing
from viceversa.relationships.queries.closing import closing_card
from viceversa.web import guards
from viceversa.web.participant.closing.forms import PauseForm
from viceversa.web.participant.together.frame import framed

USUAL = timedelta(days=28)


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Choose the day of coming back."""
    viewer, now = guards.member(request, public_id), clock.now()
    today = timezone.localdate(now)
    given = request.POST if request.method == "POST" else None
    form = PauseForm(given, initial={"until": today + USUAL})
    if form.is_bound and form.is_valid():
        try:
            closing.pause(member=viewer, until=form.cleaned_data["until"], today=today, now=now)
        except UnableTo as error:
            form.add_error("until", str(error))
        else:
            messages.success(request, _("Paused. The others know the day, and nothing else."))
            return redirect("participant:together", public_id)
    context = framed(viewer, "") | {"form": form, "card": closing_card(viewer)}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/closing/pause.html", context, status=status)


@guards.signed_in
@require_POST
def resume(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Come back before the day."""
    viewer = guards.member(request, public_id)
    closing.resume(relationship=viewer.relationship, member=viewer, now=clock.now())
    messages.success(request, _("It goes on. A good first step is to propose a time."))
    return redirect("participant:together", public_id)
