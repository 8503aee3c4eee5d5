"""Language and theme from the top bar: kept with the user, or in a cookie for guests."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from viceversa.accounts.actions import change_appearance
from viceversa.accounts.choices import Language, Theme
from viceversa.accounts.models import User
from viceversa.web import guards

YEAR = 365 * 24 * 3600


@guards.public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language; `language` is a code, `next` where to go on."""
    response = _back(request)
    wanted = request.POST.get("language", "")
    if wanted not in Language.values:
        return response
    if isinstance(request.user, User):
        change_appearance(user=request.user, language=Language(wanted))
    _remember(response, settings.LANGUAGE_COOKIE_NAME, wanted)
    return response


@guards.public
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Switch the theme; `theme` is light, dark or auto, `next` where to go on."""
    response = _back(request)
    wanted = request.POST.get("theme", "")
    if wanted not in Theme.values:
        return response
    if isinstance(request.user, User):
        change_appearance(user=request.user, theme=Theme(wanted))
    _remember(response, settings.THEME_COOKIE_NAME, wanted)
    return response


def _back(request: HttpRequest) -> HttpResponse:
    """Go to `next` where it is a page of this site, else to the door."""
    target = request.POST.get("next", "")
    page = target.startswith("/")  # else `redirect` would take it for the name of a view
    hosts, secure = {request.get_host()}, request.is_secure()
    if not page or not url_has_allowed_host_and_scheme(
        target, allowed_hosts=hosts, require_https=secure
    ):
        target = "/"
    return redirect(target)


def _remember(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
