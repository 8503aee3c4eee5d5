"""The one address with a token in it: it changes nothing and leads to a page without it."""

from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.models import PersonalLink
from viceversa.programmes.queries import invitations
from viceversa.web.invited.visits import ANSWER, private, remember

MINUTE = 60  # seconds
WRONG_TRIES = 20  # of one address in a minute: 256 random bits need no stricter bound


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; one that is unknown, run out or taken back ends at one same page."""
    link = invitations.link_of(token, clock.now())
    if link is None:
        if _too_many_wrong_tries(request):
            return _quiet(TemplateResponse(request, "429.html", {}, status=429))
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


def _too_many_wrong_tries(request: HttpRequest) -> bool:
    """Count wrong tokens by the visitor's address; a whole office may follow right ones at once."""
    visitor = str(get_adapter().get_client_ip(request))
    key = f"personal-link:{sha256(visitor.encode()).hexdigest()}"
    if cache.add(key, 1, timeout=MINUTE):
        return False
    try:
        return cache.incr(key) > WRONG_TRIES
    except ValueError:  # the minute ended in between
        return False


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
