"""Pages reached by a personal link: kept and indexed by nobody, hard to guess, in its language.

A token stands in one address only, which shows nothing: it notes the link in the session and goes
on to a page without it. Each later request asks again whether the link still holds, so that one
taken back or run out ends at once.
"""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from viceversa.kernel.links import Link
from viceversa.people.models import Person
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.web import guards

MINUTE = 60  # seconds
OPENED = "opened_links"  # in the session: {what a link opens: the link}
WRONG_TRIES = 20  # of one address in a minute: 256 random bits need no stricter bound


def private(view: Callable[..., HttpResponseBase]) -> guards.View:
    """Declare a page open to everybody who has a link, kept and indexed by nobody.

    The policy is the site's `same-origin`: these addresses hold no token, and under `no-referrer`
    browsers send `Origin: null` with forms, which the check against forgery must refuse.
    """

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return guards.public(never_cache(kept))


def too_many_wrong_tries(request: HttpRequest) -> HttpResponseBase | None:
    """Count a wrong token by the visitor's address; return the refusal once there were too many.

    A whole office may follow right ones at once: those are not counted.
    """
    visitor = str(get_adapter().get_client_ip(request))
    key = f"personal-link:{sha256(visitor.encode()).hexdigest()}"
    if cache.add(key, 1, timeout=MINUTE):
        return None
    try:
        tries = cache.incr(key)
    except ValueError:  # the minute ended in between
        return None
    if tries <= WRONG_TRIES:
        return None
    return quiet(TemplateResponse(request, "429.html", {}, status=429))


def quiet(response: HttpResponseBase) -> HttpResponseBase:
    """Let no referrer carry the address, which holds the token."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def refused(request: HttpRequest, closed: str) -> HttpResponseBase:
    """Answer a token that opens nothing any more: always the same page, whatever the reason."""
    return too_many_wrong_tries(request) or quiet(redirect(closed))


def follow(
    request: HttpRequest, link: Link, *, opens: str, page: str, reader: Person
) -> HttpResponseBase:
    """Note an opened link in the session and go on to a page without the token.

    `opens` names the thing and the purpose; each later request asks with it whether the link still
    holds. The page speaks the language of the letter.
    """
    _fresh_session(request)
    request.session[OPENED] = {**request.session.get(OPENED, {}), opens: link.pk}
    response = redirect(page)
    recipient = recipient_of(reader)
    _speak(request, response, recipient.language if recipient else "")
    return quiet(response)


def opened(request: HttpRequest, opens: str) -> int:
    """Return the private key of the link this session has opened to a thing, 0 for none."""
    return int(request.session.get(OPENED, {}).get(opens, 0))


def _speak(request: HttpRequest, response: HttpResponseBase, language: str) -> None:
    """Go on in the language of the letter, where this browser has not chosen one."""
    if request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or not language:
        return
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


def _fresh_session(request: HttpRequest) -> None:
    """Give a guest who opened a link a session under a fresh key."""
    if not request.user.is_authenticated:
        request.session.cycle_key()
