"""What concerns the round as a whole: solve, stop, note, put aside, throw away."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.matching import actions, tasks
from viceversa.matching.models import Round
from viceversa.web import guards
from viceversa.web.coordinator.rounds.finding import (
    page_of,
    round_or_404,
    tells_when_too_late,
    version,
)


def _steer(
    request: HttpRequest, public_id: str, act: Callable[..., Round], **more: object
) -> Round:
    return act(
        round=round_or_404(public_id),
        version=version(request),
        actor=guards.actor(request),
        now=clock.now(),
        **more,
    )


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def solve(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Have the round solved in the background."""

    def act(**arguments: object) -> Round:
        return tasks.then_solve(actions.request_solving, **arguments)

    return redirect(page_of(_steer(request, public_id, act)))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def cancel(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Stop the solving under way."""
    round = _steer(request, public_id, actions.cancel_solving)
    messages.success(request, _("Solving stopped; nothing was changed."))
    return redirect(page_of(round))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def note(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep the note about the round."""
    text = request.POST.get("text", "")
    round = _steer(request, public_id, actions.write_note, text=text)
    messages.success(request, _("Note kept; only coordinators see it."))
    return redirect(page_of(round, anchor="note"))


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def save(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Put the round aside and go back to the list."""
    round = _steer(request, public_id, actions.save_for_later)
    messages.success(
        request,
        _("Round %(number)s kept for later; nobody was told.") % {"number": round.number},
    )
    return redirect(f"{reverse('rounds:list')}?cohort={round.cohort.public_id}")


@guards.requires(Permission.ROUND_CHANGE)
@require_POST
@tells_when_too_late
def discard(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Throw the round away; nobody is told, and the cohort may have a new one."""
    round = _steer(request, public_id, actions.discard)
    messages.success(request, _("Round %(number)s discarded.") % {"number": round.number})
    return redirect(f"{reverse('rounds:list')}?cohort={round.cohort.public_id}")
