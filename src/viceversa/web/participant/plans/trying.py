"""One small thing to try: choose it, tell how it went, be reminded, choose something else."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import plans as actions
from viceversa.relationships.models import Experiment, Member
from viceversa.relationships.queries.plans import current_experiment, ideas_for, own_experiment
from viceversa.web import guards
from viceversa.web.participant.plans.doing import do
from viceversa.web.participant.plans.forms import ExperimentForm, OutcomeForm
from viceversa.web.participant.together.frame import framed


@guards.signed_in
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Choose one of the ideas, or write one's own."""
    viewer = guards.member(request, public_id)
    found = ideas_for(viewer)
    form = ExperimentForm(request.POST if request.method == "POST" else None, ideas=found.ideas)
    if form.is_bound and form.is_valid():
        try:
            actions.choose_experiment(
                member=viewer, text=form.chosen(), actor=guards.actor(request), now=clock.now()
            )
        except UnableTo as error:
            form.add_error("own", str(error))
        else:
            return redirect("participant:together", public_id)
    context = framed(viewer, "together") | {
        "form": form,
        "ideas": list(enumerate(found.ideas)),
        "picked": form.data.get("idea", "0" if found.ideas else "own"),
        "experiment": current_experiment(viewer),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/plans/choose.html", context, status=status)


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
    if form.is_bound and form.is_valid():
        return do(
            request,
            lambda: actions.note_outcome(
                member=viewer,
                experiment=experiment,
                outcome=form.cleaned_data["outcome"],
                actor=guards.actor(request),
                now=clock.now(),
            ),
            _("Kept. It opens your next meeting."),
            "participant:together",
            public_id,
        )
    context = framed(viewer, "together") | {"form": form, "experiment": experiment}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/plans/outcome.html", context, status=status)


@guards.signed_in
@require_POST
def remind(request: HttpRequest, public_id: str, experiment_id: str) -> HttpResponseBase:
    """Ask for a mail on the day the button named."""
    viewer = guards.member(request, public_id)
    experiment, who, now = _own(viewer, experiment_id), guards.actor(request), clock.now()
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        raise Http404 from None
    said = _("You get a reminder on %(day)s.") % {"day": date_format(on, "l j F")}
    return do(
        request,
        lambda: actions.remind_of_experiment(
            member=viewer, experiment=experiment, on=on, actor=who, now=now
        ),
        said,
        "participant:home",
    )


@guards.signed_in
@require_POST
def exchange(request: HttpRequest, public_id: str, experiment_id: str) -> HttpResponseBase:
    """Let it go and choose something else."""
    viewer = guards.member(request, public_id)
    experiment, who, now = _own(viewer, experiment_id), guards.actor(request), clock.now()
    return do(
        request,
        lambda: actions.set_experiment_aside(
            member=viewer, experiment=experiment, actor=who, now=now
        ),
        "",
        "participant:experiment",
        public_id,
    )


def _own(viewer: Member, public_id: str) -> Experiment:
    found = own_experiment(viewer, public_id)
    if found is None:
        raise Http404
    return found
