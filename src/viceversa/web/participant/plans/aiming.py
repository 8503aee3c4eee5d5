"""Goals: set one, write it anew, tick its steps, close it."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.models import Member
from viceversa.relationships.queries.plans import GoalShown, own_goal
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do
from viceversa.web.participant.plans.forms import GoalForm
from viceversa.web.participant.together.writing import written


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, public_id: str, goal_id: str = "") -> HttpResponseBase:
    """Set a goal, or write one's own anew."""
    viewer = guards.member(request, public_id)
    shown = _own(viewer, goal_id) if goal_id else None
    form = GoalForm(request.POST if request.method == "POST" else None, initial=_as_is(shown))
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.write_goal(
            member=viewer,
            goal=shown.goal if shown else None,
            text=form.cleaned_data["text"],
            measure=form.cleaned_data["measure"],
            steps=form.cleaned_data["steps"].splitlines(),
            actor=guards.actor(request),
            now=clock.now(),
        ),
        then=_back(public_id),
        template="participant/plans/goal.html",
        goal=shown,
    )


@guards.signed_in
@require_POST
def tick(request: HttpRequest, public_id: str, goal_id: str, step: int) -> HttpResponseBase:
    """Tick a step, or take the tick back (`done` is “1” or “0”)."""
    viewer = guards.member(request, public_id)
    goal, done = _own(viewer, goal_id).goal, request.POST.get("done") == "1"
    act = partial(actions.tick_step, member=viewer, goal=goal, step=step, done=done)
    return _done(request, public_id, act)


@guards.signed_in
@require_POST
def close(request: HttpRequest, public_id: str, goal_id: str) -> HttpResponseBase:
    """Close a goal, reached or set aside."""
    viewer = guards.member(request, public_id)
    goal, reached = _own(viewer, goal_id).goal, request.POST.get("how") == "reached"
    act = partial(actions.close_goal, member=viewer, goal=goal, reached=reached)
    said = _("Well done: the goal is reached.") if reached else _("The goal is set aside.")
    return _done(request, public_id, act, said)


@guards.signed_in
@require_POST
def reopen(request: HttpRequest, public_id: str, goal_id: str) -> HttpResponseBase:
    """Take a goal up again."""
    viewer = guards.member(request, public_id)
    act = partial(actions.reopen_goal, member=viewer, goal=_own(viewer, goal_id).goal)
    return _done(request, public_id, act)


def _done(
    request: HttpRequest, public_id: str, act: Callable[..., object], said: str = ""
) -> HttpResponseBase:
    """Run one action and go back to the goals."""
    do(request, act, said, "participant:together", public_id)
    return _back(public_id)


def _back(public_id: str) -> HttpResponseBase:
    answer = redirect("participant:together", public_id)
    answer["Location"] += "#goals"
    return answer


def _own(viewer: Member, public_id: str) -> GoalShown:
    found = own_goal(viewer, public_id)
    if found is None:
        raise Http404
    return found


def _as_is(shown: GoalShown | None) -> dict[str, str]:
    if shown is None:
        return {}
    steps = "\n".join(step.text for step in shown.steps)
    return {"text": shown.goal.text, "measure": shown.goal.measure, "steps": steps}
