"""Correcting an import before it is confirmed: how it is read, and what becomes of single rows."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.people import tasks
from viceversa.people.actions import imports as actions
from viceversa.people.models import Import
from viceversa.people.rules.options import Options
from viceversa.web import guards
from viceversa.web.coordinator.people.finding import import_or_404, problem_or_404
from viceversa.web.coordinator.people.forms import Reading


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def options(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Read the file differently, and read it again."""
    import_ = import_or_404(public_id)
    if "missing" in request.POST:  # the one question about people who are not in the file
        chosen, leave = Options.of(import_.options), request.POST["missing"] == "left"
    else:
        form = Reading(import_, request.POST)
        if not form.is_valid():
            for name, errors in form.errors.items():
                messages.error(request, f"{form[name].label}: {errors[0]}")
            return redirect("people:import", public_id)
        chosen, leave = form.options(), form.cleaned_data["deactivate_missing"]
    actions.change_options(import_=import_, options=replace(chosen), deactivate_missing=leave)
    return _read_again(import_)


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def settle(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Accept the fix, write a value, keep one of two rows, or leave the row out."""
    import_ = import_or_404(public_id)
    problem = problem_or_404(import_, request.POST.get("problem", ""))
    choice, text = request.POST.get("choice", ""), request.POST.get("text", "")[:300]
    if choice == "write" and not text.strip():
        messages.error(request, _("Write the value first, then press the button beside it."))
        return redirect("people:import", public_id)
    actions.decide(import_=import_, problem=problem, choice=choice, text=text)
    return _read_again(import_)


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def take_back(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Forget what was decided about one row."""
    import_ = import_or_404(public_id)
    line = request.POST.get("line", "")
    if line.isdecimal() and len(line) < 9:
        actions.take_back(import_=import_, line=int(line))
    return _read_again(import_)


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def again(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Read the file once more, large or small."""
    import_ = import_or_404(public_id)
    tasks.read_again(import_)
    return redirect("people:import", public_id)


def _read_again(import_: Import) -> HttpResponseBase:
    """A small file at once; a large one when the coordinator has settled everything."""
    tasks.read_if_small(import_)
    return redirect("people:import", import_.public_id)
