"""The private calendar of a person, as their calendar program asks for it every hour."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.relationships.actions.meetings.telling import organiser
from viceversa.relationships.queries.meetings import feeds
from viceversa.web.linked import private, quiet, too_many_wrong_tries


@private
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """Hand out the calendar an address stands for; the same version only once (ETag)."""
    person = feeds.owner_of(token)
    if person is None:
        refused = too_many_wrong_tries(request)
        if refused is None:
            raise Http404
        return refused
    recipient = recipient_of(person)
    with translation.override(recipient.language if recipient else settings.LANGUAGE_CODE):
        content, etag = feeds.feed_of(person, organiser(), clock.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Content-Disposition"] = 'inline; filename="viceversa.ics"'
    found: HttpResponseBase | None = get_conditional_response(request, etag=etag, response=response)
    return quiet(found or response)
