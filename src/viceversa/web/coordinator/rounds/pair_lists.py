"""A hand-made list of pairs: read it, show what each row would do, then pin them all or none."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.matching.models import Round
from viceversa.matching.queries.pair_lists import Checked, check_addresses, check_file
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import (
    page_of,
    round_or_404,
    tells_when_too_late,
    version,
)
from viceversa.web.coordinator.rounds.pair_lists_form import PairListForm


@guards.requires(Permission.ROUND_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
@tells_when_too_late
def upload(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """GET: the form. POST with a file: what it would do. POST with its rows: do it."""
    round = round_or_404(public_id)
    if request.method == "POST" and request.POST.get("rows"):
        return _pin(request, round)
    form = PairListForm(request.POST or None, request.FILES or None)
    checked: Checked | None = None
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        checked = check_file(round, file.read(), file.name)
    context = {"round": round, "form": form, "checked": checked}
    return TemplateResponse(request, "coordinator/rounds/pairs_file.html", context)


def _pin(request: HttpRequest, round: Round) -> HttpResponseBase:
    """Pin the rows that were shown, all or none."""
    checked = check_addresses(round, request.POST["rows"])
    changed = tasks.then_solve(
        actions.pin_list,
        round=round,
        version=version(request),
        pairs=checked,
        override=request.POST.get("override") == "1",
        reason=request.POST.get("reason", ""),
        actor=guards.actor(request),
        now=clock.now(),
    )
    messages.success(
        request,
        ngettext("%(count)s pair pinned.", "%(count)s pairs pinned.", len(checked))
        % {"count": len(checked)}
        + (" " + _("The round is solved around them.") if changed.job else ""),
    )
    return redirect(page_of(changed))
