"""Cohorts: setting one up, its page, its settings, opening and closing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.programmes.actions import cohorts as actions
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Programme
from viceversa.programmes.queries import candidates
from viceversa.programmes.rules import eligibility
from viceversa.programmes.rules.eligibility import Eligibility
from viceversa.web import guards
from viceversa.web.coordinator.momentum.listing import section as momentum_section
from viceversa.web.coordinator.programmes import cohort_page, cohort_steps, cohort_words, pages
from viceversa.web.coordinator.programmes.forms.cohorts import (
    CohortForm,
    LimitsForm,
    eligibility_of,
)
from viceversa.web.coordinator.programmes.loading import cohort_or_404, programme_or_404


@guards.requires(Permission.PROGRAMME_READ)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """The cohort: where it stands, what comes next, who takes part."""
    cohort = cohort_or_404(public_id)
    now = clock.now()
    facts = cohort_page.facts_of(cohort, localdate(now), now)
    checklist = cohort_steps.checklist(facts)
    context = {
        "cohort": cohort,
        "programme": cohort.programme,
        "facts": facts,
        "title": cohort_words.title(facts),
        "stages": cohort_words.stages(facts),
        "numbers": cohort_words.numbers(facts),
        "funnel": cohort_words.funnel(facts),
        "step": cohort_steps.next_step(facts),
        "open_todos": [todo for todo in checklist if not todo.done],
        "done_todos": [todo for todo in checklist if todo.done],
        "todo_count": len(checklist),
        "is_draft": facts.draft,
        "is_open": cohort.state == CohortState.OPEN,
        "sponsor_missing": not facts.sponsor_in and cohort.programme.sponsor is not None,
        "still_open": facts.relationships.current,
    }
    if facts.relationships.total and not facts.draft:
        context |= momentum_section(cohort, now)
    return pages.page(request, "cohort.html", context)


@guards.requires(Permission.PROGRAMME_CHANGE)
def create(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Set up a cohort of a programme."""
    programme = programme_or_404(public_id)
    form, limits = _forms(request, {}, Eligibility())
    if _valid(request, form, limits):
        try:
            cohort = actions.create_cohort(
                programme=programme,
                name=form.cleaned_data["name"],
                preset=form.cleaned_data["preset"],
                dates=form.dates(),
                eligibility=eligibility_of(*limits),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except actions.UnableToChangeCohort as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("“%(name)s” set up.") % {"name": cohort.name})
            return redirect("programmes:cohort", cohort.public_id)
    return _settings_page(request, programme, form, limits, {"cohort": None})


@guards.requires(Permission.PROGRAMME_CHANGE)
def settings(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Change name, rhythm, dates and who may take part."""
    cohort = cohort_or_404(public_id)
    limits_now = eligibility.read(cohort.eligibility)
    form, limits = _forms(request, CohortForm.values(cohort), limits_now)
    if _valid(request, form, limits):
        try:
            actions.change_cohort(
                cohort=cohort,
                name=form.cleaned_data["name"],
                preset=form.cleaned_data["preset"],
                dates=form.dates(),
                eligibility=eligibility_of(*limits),
                actor=guards.actor(request),
                now=clock.now(),
            )
        except actions.UnableToChangeCohort as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Settings saved."))
            return redirect("programmes:cohort", cohort.public_id)
    more = {"cohort": cohort, "closed": cohort.state == CohortState.CLOSED}
    return _settings_page(request, cohort.programme, form, limits, more)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def open_(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Open the cohort, or say what the charter still lacks."""
    cohort = cohort_or_404(public_id)
    try:
        actions.open_cohort(cohort=cohort, actor=guards.actor(request), now=clock.now())
    except actions.UnableToOpenCohort as error:
        messages.error(request, " ".join([str(error), *map(str, error.details)]))
    else:
        messages.success(request, _("“%(name)s” is open.") % {"name": cohort.name})
    return redirect("programmes:cohort", cohort.public_id)


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_POST
def close(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Close the cohort for good."""
    cohort = cohort_or_404(public_id)
    try:
        actions.close_cohort(cohort=cohort, actor=guards.actor(request), now=clock.now())
    except actions.UnableToCloseCohort as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("“%(name)s” is closed.") % {"name": cohort.name})
    return redirect("programmes:cohort", cohort.public_id)


def _forms(
    request: HttpRequest, initial: dict[str, Any], limits: Eligibility
) -> tuple[CohortForm, tuple[LimitsForm, LimitsForm]]:
    data = request.POST if request.method == "POST" else None
    choices: dict[str, Any] = {
        "levels": candidates.level_choices(),
        "sites": candidates.site_choices(),
        "units": candidates.unit_choices(),
    }
    return CohortForm(data, initial=initial), (
        LimitsForm(data, prefix="mentor", limits=limits.mentor, **choices),
        LimitsForm(data, prefix="mentee", limits=limits.mentee, **choices),
    )


def _valid(request: HttpRequest, form: CohortForm, limits: tuple[LimitsForm, LimitsForm]) -> bool:
    """Tell whether to save: everything is right, and it was not only a question about dates."""
    fine = request.method == "POST" and all(
        [form.is_valid(), *[each.is_valid() for each in limits]]
    )
    return fine and "propose" not in request.POST


def _settings_page(
    request: HttpRequest,
    programme: Programme,
    form: CohortForm,
    limits: tuple[LimitsForm, LimitsForm],
    more: dict[str, Any],
) -> TemplateResponse:
    if "propose" in request.POST and form.is_bound and form.is_valid():
        form = _with_proposed_dates(form)
    mentor, mentee = limits
    context = {"programme": programme, "form": form, "mentor": mentor, "mentee": mentee, **more}
    return pages.page(request, "cohort_settings.html", context)


def _with_proposed_dates(form: CohortForm) -> CohortForm:
    """Return the same form with the dates that its preset proposes for its start."""
    said = form.cleaned_data
    fresh = CohortForm.proposed(said["preset"], said["starts_on"])
    return CohortForm(initial={**said, **fresh})
