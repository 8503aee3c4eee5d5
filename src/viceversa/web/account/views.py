"""The first run, the doors of the sample company, one's own account."""

from typing import cast

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from viceversa.accounts.actions import change_own_settings, enter_as, set_up
from viceversa.accounts.models import User
from viceversa.accounts.queries import entrances, is_sample, needs_set_up
from viceversa.kernel.actor import Actor
from viceversa.kernel.clock import now
from viceversa.kernel.errors import UnableTo
from viceversa.programmes.queries.invitations import person_of
from viceversa.web import guards
from viceversa.web.account.doors import doors
from viceversa.web.account.forms import FirstRun, OwnAccount

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
VISITOR = Actor(kind="operator", name="sample visitor")


@guards.public
@never_cache
@sensitive_post_parameters("code", "password")
def first_run(request: HttpRequest) -> HttpResponseBase:
    """Create the first coordinator; gone as soon as there is anybody."""
    if not needs_set_up():
        raise Http404
    form = FirstRun(request.POST or None)
    if request.method == "POST":
        if too_many := ratelimit.consume_or_429(request, action="first_run"):
            return cast(HttpResponseBase, too_many)
        if form.is_valid() and (user := _set_up(form)):
            login(request, user, backend=BACKEND)
            messages.success(request, _("This instance is yours. Start with the people."))
            return redirect("/")
    return TemplateResponse(request, "account/first_run.html", {"form": form})


def _set_up(form: FirstRun) -> User | None:
    """Make the first user, or put the reason why not on the form."""
    given = form.cleaned_data
    try:
        return set_up(
            now=now(),
            code=given["code"],
            email=given["email"],
            name=given["name"],
            language=(get_language() or "")[:2],
            password=given["password"] or None,
            organisation=given.get("organisation", ""),
        )
    except UnableTo as mistake:
        for sentence in (mistake.message, *mistake.details):
            form.add_error(None, str(sentence))
        return None


@guards.public
def sample(request: HttpRequest) -> TemplateResponse:
    """Offer to enter the sample company as one of its people; does not exist elsewhere."""
    if not is_sample():
        raise Http404
    return TemplateResponse(request, "account/sample.html", {"doors": doors(entrances())})


@guards.public
@require_POST
def enter(request: HttpRequest) -> HttpResponseBase:
    """Sign the visitor in as the person of `part`; the session before it ends."""
    if not is_sample():
        raise Http404
    user = enter_as(actor=VISITOR, now=now(), part=request.POST.get("part", ""))
    logout(request)
    login(request, user, backend=BACKEND)
    return redirect("/")


@guards.signed_in
@never_cache
def own_account(request: HttpRequest) -> HttpResponseBase:
    """Show and save what belongs to the signed-in user."""
    user = guards.user_of(request)
    form = OwnAccount(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        change_own_settings(actor=guards.actor(request), now=now(), user=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("account:own")
    context = {
        "form": form,
        "has_password": user.has_usable_password(),
        "in_directory": person_of(user) is not None,
    }
    return TemplateResponse(request, "account/own.html", context)
