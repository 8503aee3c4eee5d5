"""One small thing to try: choose it, tell how it went, be reminded, choose something else."""

from datetime import date
from functools import partial

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.models import Experiment, Member
from viceversa.relationships.queries.plans import current_experiment, ideas_for, own_experiment
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do
from viceversa.web.participant.plans.forms import ExperimentForm, OutcomeForm
from viceversa.web.participant.together.writing import written


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Choose one of the ideas, or write one's own."""
    viewer = guards.member(request, public_id)
    found = ideas_for(viewer)
    form = ExperimentForm(request.POST if request.method == "POST" else None, ideas=found.ideas)
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.choose_experiment(
            member=viewer, text=form.chosen(), actor=guards.actor(request), now=clock.now()
        ),
        then=redirect("participant:together", public_id),
        template="participant/plans/choose.html",
        ideas=list(enumerate(found.ideas)),
        picked=form.data.get("idea", "0" if found.ideas else "own"),
        experiment=current_experiment(viewer),
    )


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, public_id: str, experiment_id: str) -> HttpResponseBase:
    """Say that it was tried and what happened."""
    viewer = guards.member(request, public_id)
    experiment = _own(viewer, experiment_id)
    form = OutcomeForm(
        request.POST if request.method == "POST" else None,
        initial={"outcome": experiment.outcome},
    )
    return written(
        request,
        viewer,
        form,
        keep=lambda: actions.note_outcome(
            member=viewer,
            experiment=experiment,
            outcome=form.cleaned_data["outcome"],
            actor=guards.actor(request),
            now=clock.now(),
        ),
        said=_("Kept. It opens your next meeting."),
        then=redirect("participant:together", public_id),
        template="participant/plans/outcome.html",
        experiment=experiment,
    )


@guards.signed_in
@require_POST
def remind(request: HttpRequest, public_id: str, experiment_id: str) -> HttpResponseBase:
    """Ask for a mail on the day the button named."""
    viewer = guards.member(request, public_id)
    experiment = _own(viewer, experiment_id)
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        raise Http404 from None
    act = partial(actions.remind_of_experiment, member=viewer, experiment=experiment, on=on)
    said = _("You get a reminder on %(day)s.") % {"day": date_format(on, "l j F")}
    return do(request, act, said, "participant:home")


@guards.signed_in
@require_POST
def exchange(request: HttpRequest, public_id: str, experiment_id: str) -> HttpResponseBase:
    """Let it go and choose something else."""
    viewer = guards.member(request, public_id)
    act = partial(
        actions.set_experiment_aside, member=viewer, experiment=_own(viewer, experiment_id)
    )
    return do(request, act, "", "participant:experiment", public_id)


def _own(viewer: Member, public_id: str) -> Experiment:
    found = own_experiment(viewer, public_id)
    if found is None:
        raise Http404
    return found
