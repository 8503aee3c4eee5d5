"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.queries.meetings import taps
from viceversa.web.linked import private, quiet, speak, too_many_wrong_tries
from viceversa.web.tapped.visits import remember


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a link of a mail; unknown, run out or taken back, it ends at one same page."""
    tap = taps.tap_of(token, clock.now())
    if tap is None:
        return too_many_wrong_tries(request) or quiet(redirect("tapped:closed"))
    remember(request, tap)
    response = redirect(f"tapped:{tap.purpose}", tap.meeting.public_id)
    recipient = recipient_of(tap.delegation.delegate if tap.delegation else tap.member.person)
    speak(request, response, recipient.language if recipient else "")
    return quiet(response)


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and what to do."""
    return TemplateResponse(request, "tapped/closed.html", {}, status=410)


@private
@require_safe
def done(request: HttpRequest) -> TemplateResponse:
    """Say that it is done; the link behind it has ended."""
    return TemplateResponse(request, "tapped/done.html", {})
