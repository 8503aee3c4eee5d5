"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.matching.queries.offers import asked
from viceversa.web.linked import follow, private, refused
from viceversa.web.offered.visits import name_of


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a personal link; whatever opens nothing any more ends at one same page."""
    link = asked.link_of(token, clock.now())
    if link is None:
        return refused(request, "offered:closed")
    return follow(
        request,
        link,
        opens=name_of(link.ask.public_id),
        page=reverse("offered:question", args=[link.ask.public_id]),
        reader=link.ask.enrolment.person,
    )


@private
@require_safe
def closed(request: HttpRequest) -> TemplateResponse:
    """Say that a link opens nothing any more, and that nothing is owed."""
    return TemplateResponse(request, "offered/closed.html", {}, status=410)
