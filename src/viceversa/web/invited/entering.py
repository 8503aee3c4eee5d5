"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.queries import invitations
from viceversa.web.invited.visits import ANSWER, name_of
from viceversa.web.linked import follow, private, refused


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; one that is unknown, run out or taken back ends at one same page."""
    link = invitations.link_of(token, clock.now())
    if link is None:
        return refused(request, "invited:closed")
    page = "invited:invitation" if link.purpose == ANSWER else "invited:place"
    return follow(
        request,
        link,
        opens=name_of(link.enrolment.public_id, link.purpose),
        page=reverse(page, args=[link.enrolment.public_id]),
        reader=link.enrolment.person,
    )


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and what to do."""
    return TemplateResponse(request, "invited/closed.html", {}, status=410)
