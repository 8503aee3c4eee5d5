"""The two ways out of a dry run: write it, or throw it away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.people import tasks
from viceversa.people.actions import imports as actions
from viceversa.web import guards
from viceversa.web.coordinator.people.finding import import_or_404


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def confirm(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write what the dry run shows, in the background."""
    import_ = import_or_404(public_id)
    try:
        tasks.confirm_and_write(import_=import_, actor=guards.actor(request), now=clock.now())
    except actions.UnableToConfirm as error:
        messages.error(request, str(error))
    return redirect("people:import", public_id)


@guards.requires(Permission.DIRECTORY_IMPORT)
@require_POST
def discard(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Throw the file and its dry run away."""
    import_ = import_or_404(public_id)
    try:
        actions.discard(import_=import_, actor=guards.actor(request), now=clock.now())
    except actions.UnableToDiscard as error:
        messages.error(request, str(error))
        return redirect("people:import", public_id)
    messages.success(request, _("Nothing was imported. The file has been deleted."))
    return redirect("people:imports")
