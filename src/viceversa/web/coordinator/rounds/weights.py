"""Changing the weights, rules and aim of one round; the cohort's own policy stays as it is."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.web import guards
from viceversa.web.coordinator.programmes.forms.policy import PolicyForm
from viceversa.web.coordinator.rounds.finding import (
    page_of,
    round_or_404,
    tells_when_too_late,
    version,
)


@guards.requires(Permission.ROUND_CHANGE)
@require_http_methods(["GET", "HEAD", "POST"])
@tells_when_too_late
def edit(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The form; sending it changes the round and has it solved again."""
    round = round_or_404(public_id)
    policy = read_policy(round.policy)
    form = PolicyForm(request.POST or None, policy)
    if request.method == "POST" and form.is_valid():
        changed = tasks.then_solve(
            actions.change_policy,
            round=round,
            version=version(request),
            policy=form.policy(),
            actor=guards.actor(request),
            now=clock.now(),
        )
        messages.success(
            request,
            _("Settings of this round changed; it is solved again.")
            if changed.job or changed.answers.exists()
            else _("Settings of this round changed."),
        )
        return redirect(page_of(round))
    context = {"round": round, "form": form}
    return TemplateResponse(request, "coordinator/rounds/weights.html", context)
