"""The door: what the programme is and how to enter; who is in already goes on to their pages."""

from typing import cast

from allauth.account import app_settings
from allauth.account.forms import RequestLoginCodeForm
from allauth.utils import get_form_class
from django.forms import Form
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.access.permissions import Permission
from viceversa.accounts.queries import about, needs_set_up
from viceversa.web import guards


@guards.public
@require_safe
def door(request: HttpRequest) -> HttpResponseBase:
    """Welcome guests, and send everybody else to where their work is."""
    if request.user.is_authenticated:
        return redirect(_home(request))
    if needs_set_up():
        return redirect("account:first-run")
    context = {"place": about().organisation or _("your company"), "form": _code_form()}
    return TemplateResponse(request, "public/door.html", context)


def _code_form() -> Form:
    """Return the form that asks for the address a code goes to, as the sign-in page has it."""
    form = get_form_class(app_settings.FORMS, "request_login_code", RequestLoginCodeForm)
    return cast(Form, form())


def _home(request: HttpRequest) -> str:
    if guards.may(request, Permission.PROGRAMME_READ):
        return "programmes:list"
    if guards.may(request, Permission.DIRECTORY_READ):
        return "people:list"
    return "participant:home"
