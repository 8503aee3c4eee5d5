"""The door: what the programme is and how to enter; who is in already goes on to their own pages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.access.permissions import Permission
from viceversa.accounts.queries import is_sample, needs_set_up
from viceversa.web import guards


@guards.public
@require_safe
def door(request: HttpRequest) -> HttpResponseBase:
    """Welcome guests, and send everybody else to where their work is."""
    if request.user.is_authenticated:
        return redirect(_home(request))
    if needs_set_up():
        return redirect("account:first-run")
    context = {"organisation": settings.ORGANISATION or _("your organisation")}
    return TemplateResponse(request, "public/door.html", {**context, "sample": is_sample()})


def _home(request: HttpRequest) -> str:
    if guards.may(request, Permission.PROGRAMME_READ):
        return "programmes:list"
    if guards.may(request, Permission.DIRECTORY_READ):
        return "people:list"
    return "participant:home"
