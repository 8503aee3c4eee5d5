"""Publishing a round: what will happen, the coordinator's word, and then it happens, once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.matching.queries.obstacles import broken_since
from viceversa.matching.queries.overview import publication
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import (
    round_or_404,
    tells_when_too_late,
    version,
)
from viceversa.web.coordinator.rounds.showing_publication import consequences, looked


@guards.requires(Permission.ROUND_PUBLISH)
@require_http_methods(["GET", "HEAD", "POST"])
@tells_when_too_late
def publish(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """GET: the summary on a page of its own. POST: publish."""
    round = round_or_404(public_id)
    if request.method != "POST":
        public = publication(round)
        context = {
            "round": round,
            "publication": public,
            "obstacles": public.obstacles or broken_since(round),
            "consequences": consequences(public),
            "looked": looked(public),
        }
        return TemplateResponse(request, "coordinator/rounds/publish.html", context)
    offers = tasks.then_ask(
        actions.publish,
        round=round,
        version=version(request),
        looked=request.POST.get("looked") == "1",
        actor=guards.actor(request),
        now=clock.now(),
    )
    messages.success(
        request,
        ngettext(
            "Round %(number)s published: the mentee of %(count)s pair is asked now.",
            "Round %(number)s published: the mentees of %(count)s pairs are asked now.",
            len(offers),
        )
        % {"number": round.number, "count": len(offers)},
    )
    return redirect("rounds:answers", round.public_id)
