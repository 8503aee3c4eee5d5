"""Circles: a round's people as mixed teams; where the cohort meets in circles, asking them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.matching import messages as words
from viceversa.matching.models import Round
from viceversa.matching.queries import circles as queries
from viceversa.programmes.choices import Preset
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.rounds import showing_circles
from viceversa.web.coordinator.rounds.finding import (
    round_or_404,
    tells_when_too_late,
    version,
)
from viceversa.web.coordinator.rounds.showing import decimal


@guards.requires(Permission.ROUND_READ)
@require_http_methods(["GET", "HEAD", "POST"])
@tells_when_too_late
def teams(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """GET: the circles of a wanted size. POST: ask their people."""
    round = round_or_404(public_id)
    given = request.POST if request.method == "POST" else request.GET
    wanted = number(given.get("size", ""), queries.USUAL)
    if request.method == "POST":
        return _open(request, round, wanted)
    large = queries.size_of(round) > queries.MOST_PEOPLE
    found = None if large else queries.teams(round, wanted)
    if found is None and not large:
        raise Http404
    context = {
        "round": round,
        "teams": found,
        "large": large,
        "too_many": showing_circles.too_many(),
        "none_formed": showing_circles.none_formed(),
        "size": str(min(max(wanted, queries.FEWEST), queries.MOST)),
        "sizes": [(str(n), str(n)) for n in range(queries.FEWEST, queries.MOST + 1)],
        "openable": round.cohort.preset == Preset.CIRCLE
        and round.state == "solved"
        and guards.may(request, Permission.ROUND_PUBLISH),
        "rows": [
            {
                "circle": circle,
                "met": decimal(circle.met),
                "faults": words.circle_faults(
                    [fault for fault in circle.faults if fault != "topics" or not circle.unmet]
                ),
            }
            for circle in (found.circles if found else ())
        ],
        "gap": decimal((found.gap or 0) * 100, 1) if found else "",
    }
    return TemplateResponse(request, "coordinator/rounds/circles.html", context)


def _open(request: HttpRequest, round: Round, wanted: int) -> HttpResponseBase:
    """Ask the people of the circles that were shown."""
    if not guards.may(request, Permission.ROUND_PUBLISH):
        raise PermissionDenied
    offers = tasks.then_ask(
        actions.open_circles,
        round=round,
        version=version(request),
        wanted=wanted,
        digest=request.POST.get("digest", ""),
        actor=guards.actor(request),
        now=clock.now(),
    )
    messages.success(
        request,
        ngettext(
            "The people of %(count)s circle are asked now.",
            "The people of %(count)s circles are asked now.",
            len(offers),
        )
        % {"count": len(offers)},
    )
    return redirect("rounds:answers", round.public_id)
