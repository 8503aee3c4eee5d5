"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.matching.queries.offers import asked
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.web.linked import private, quiet, speak, too_many_wrong_tries
from viceversa.web.offered.visits import remember


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; whatever opens nothing any more ends at one same page."""
    link = asked.link_of(token, clock.now())
    if link is None:
        return too_many_wrong_tries(request) or quiet(redirect("offered:closed"))
    remember(request, link)
    response = redirect("offered:question", link.ask.public_id)
    recipient = recipient_of(link.ask.enrolment.person)
    speak(request, response, recipient.language if recipient else "")
    return quiet(response)


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and that nothing is owed."""
    return TemplateResponse(request, "offered/closed.html", {}, status=410)
