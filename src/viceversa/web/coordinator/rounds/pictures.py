"""Pictures beyond the proposals: fairness by any grouping, other aims, firmness, recruitment."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.matching import messages as words
from viceversa.matching import tasks
from viceversa.matching.models import Answer, Round
from viceversa.matching.queries import horizon as horizons
from viceversa.matching.queries.audit import GROUPINGS, audited
from viceversa.web import guards
from viceversa.web.coordinator.rounds import showing_audit
from viceversa.web.coordinator.rounds.finding import round_or_404
from viceversa.web.coordinator.rounds.showing import decimal


@guards.requires(Permission.ROUND_READ)
def audit(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Participation and fit by site, unit, level or country, for mentees and mentors apart."""
    round = round_or_404(public_id)
    grouping = request.GET.get("by", "site")
    found = audited(round, grouping if grouping in GROUPINGS else "site")
    if found is None:
        raise Http404
    names = showing_audit.grouping_names()
    context = {
        "round": round,
        "grouping": found[0].grouping,
        "groupings": list(names.items()),
        "sides": [showing_audit.side(each) for each in found],
    }
    return TemplateResponse(request, "coordinator/rounds/audit.html", context)


@guards.requires(Permission.ROUND_READ)
@require_http_methods(["GET", "HEAD", "POST"])
def horizon(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """GET: what is known beyond the answer. POST: have it worked out in the background."""
    round = round_or_404(public_id)
    answer = Answer.objects.filter(round=round).values_list("public_id", flat=True).first()
    if answer is None:
        raise Http404
    if request.method == "POST":
        tasks.examine.enqueue(round.pk, answer)
        return redirect(f"{reverse('rounds:horizon', args=[round.public_id])}?asked")
    found = horizons.horizon(round)
    context = {
        "round": round,
        "horizon": found,
        "asked": "asked" in request.GET,
        **(_told(round, found) if found else {}),
    }
    return TemplateResponse(request, "coordinator/rounds/horizon.html", context)


def _place(point: horizons.Point) -> tuple[float, float]:
    """Where a point stands on the chart; what rounds to the same place is one point."""
    return float(f"{point.worst:.3f}"), float(f"{point.total:.3f}")


def _told(round: Round, found: horizons.Horizon) -> dict[str, object]:
    """The aims as rows and as points of the chart, and the sentence on firmness."""
    rows = [
        {
            "aim": words.aim_name(point.objective, point.strength),
            "current": point.current,
            "pairs": point.pairs,
            "total": decimal(point.total, 3),
            "mean": decimal(point.mean) if point.mean is not None else "–",
            "worst": decimal(point.worst) if point.worst is not None else "–",
        }
        for point in found.points
    ]
    at: dict[tuple[float, float], list[horizons.Point]] = {}
    for point in found.points:
        if point.worst is not None:
            at.setdefault(_place(point), []).append(point)
    points = [
        (
            ", ".join(words.aim_word(point.objective, point.strength) for point in here),
            worst,
            total,
            any(point.current for point in here),
        )
        for (worst, total), here in at.items()
    ]
    firm = None
    if found.firm is not None and found.firm_lowest is not None:
        firm = {"mean": decimal(found.firm * 100, 0), "lowest": decimal(found.firm_lowest * 100, 0)}
    return {"rows": rows, "points": points, "firm": firm}
