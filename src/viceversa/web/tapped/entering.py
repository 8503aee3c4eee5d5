"""The one address with a token in it: it changes nothing and leads to a page without it."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.relationships.queries.meetings import taps
from viceversa.web.linked import follow, private, refused
from viceversa.web.tapped.visits import name_of


@private
@require_safe
def enter(request: HttpRequest, token: str) -> HttpResponseBase:
    """Follow a link of a mail; unknown, run out or taken back, it ends at one same page."""
    tap = taps.tap_of(token, clock.now())
    if tap is None:
        return refused(request, "tapped:closed")
    return follow(
        request,
        tap,
        opens=name_of(tap.meeting.public_id, tap.purpose),
        page=reverse(f"tapped:{tap.purpose}", args=[tap.meeting.public_id]),
        reader=tap.delegation.delegate if tap.delegation else tap.member.person,
    )


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
