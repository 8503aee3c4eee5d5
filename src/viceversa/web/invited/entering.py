"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.queries import invitations
from viceversa.web.invited.visits import ANSWER, remember
from viceversa.web.linked import private, quiet, speak, too_many_wrong_tries


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; one that is unknown, run out or taken back ends at one same page."""
    link = invitations.link_of(token, clock.now())
    if link is None:
        return too_many_wrong_tries(request) or quiet(redirect("invited:closed"))
    remember(request, link)
    page = "invited:invitation" if link.purpose == ANSWER else "invited:place"
    response = redirect(page, link.enrolment.public_id)
    recipient = recipient_of(link.enrolment.person)
    speak(request, response, recipient.language if recipient else "")
    return quiet(response)


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and what to do."""
    return TemplateResponse(request, "invited/closed.html", {}, status=410)
