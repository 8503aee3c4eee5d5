"""The one address with a token in it: it changes nothing and leads to a page without it."""

from typing import cast

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.models import PersonalLink
from viceversa.programmes.queries import invitations
from viceversa.web.invited.visits import ANSWER, private, remember


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; one that is unknown, run out or taken back ends at one same page."""
    link = invitations.link_of(token, clock.now())
    if link is None:
        if not _few_wrong_tries(request):
            return cast(HttpResponseBase, ratelimit.respond_429(request))
        return _quiet(redirect("invited:closed"))
    remember(request, link)
    page = "invited:invitation" if link.purpose == ANSWER else "invited:place"
    response = redirect(page, link.enrolment.public_id)
    _speak(request, response, link)
    return _quiet(response)


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and what to do."""
    return TemplateResponse(request, "invited/closed.html", {}, status=410)


def _few_wrong_tries(request: HttpRequest) -> bool:
    usage = ratelimit.consume(request, action="personal_link", limit_get=True)
    return usage is not None


def _quiet(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _speak(request: HttpRequest, response: HttpResponseBase, link: PersonalLink) -> None:
    """Go on in the language of the letter, where this browser has not chosen one."""
    recipient = recipient_of(link.enrolment.person)
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or recipient is None:
        return
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        recipient.language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )
