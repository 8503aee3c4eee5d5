"""Pin, forbid, lift, swap, note: one pair, one decision, one POST."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.matching.models import Round
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import (
    page_of,
    pair_or_404,
    round_or_404,
    tells_when_too_late,
    version,
)


def _decide(
    request: HttpRequest, public_id: str, act: Callable[..., Round], **more: object
) -> Round:
    """Do one decision about the pair of the form, and have the round solved again if need be."""
    round = round_or_404(public_id)
    mentor, mentee = pair_or_404(round, request.POST.get("pair", ""))
    return tasks.then_solve(
        act,
        round=round,
        version=version(request),
        mentor=mentor,
        mentee=mentee,
        actor=guards.actor(request),
        now=clock.now(),
        **more,
    )


def _back(request: HttpRequest, round: Round, said: str) -> HttpResponseBase:
    messages.success(request, said)
    return redirect(page_of(round, request.POST["pair"], "pair"))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def pin(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep the pair together; an exception to a rule comes with its reason."""
    round = _decide(
        request,
        public_id,
        actions.pin,
        reason=request.POST.get("reason", ""),
        override=request.POST.get("override") == "1",
    )
    return _back(request, round, _("Pair pinned; it survives every new solve."))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def swap(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Put another pair in the place of the one shown: pinned, the rest solved around it."""
    round = _decide(
        request,
        public_id,
        actions.pin,
        replace=True,
        reason=request.POST.get("reason", ""),
        override=request.POST.get("override") == "1",
    )
    return _back(request, round, _("Pair pinned; the rest is solved around it."))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def forbid(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Never pair the two in this round."""
    round = _decide(request, public_id, actions.forbid, reason=request.POST.get("reason", ""))
    return _back(request, round, _("Pair forbidden; the rest is solved again."))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def lift(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take a pin or an exclusion back."""
    round = _decide(request, public_id, actions.lift)
    return _back(request, round, _("Decision lifted; the round is solved again."))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def note(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep a note about the pair, for coordinators."""
    round = _decide(request, public_id, actions.note_pair, text=request.POST.get("text", ""))
    return _back(request, round, _("Note kept; only coordinators see it."))
