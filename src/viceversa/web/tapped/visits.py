"""Who may look at a meeting here: the bearer of a link made for it and for one purpose.

A token stands in one address only, which shows nothing: it notes the link in the session and goes
on to a page without it. Each later request asks again whether the link still holds, so that one
taken back, run out, or of a delegate who was removed ends at once.
"""

from django.http import Http404, HttpRequest

from viceversa.kernel import clock
from viceversa.relationships.choices import TapPurpose
from viceversa.relationships.models import Tap
from viceversa.relationships.queries.meetings import taps
from viceversa.web.linked import fresh_session

TAPS = "meeting_taps"  # in the session: {meeting: {purpose: link}}


def remember(request: HttpRequest, tap: Tap) -> None:
    """Note an opened link in the session, under a fresh key where nobody is signed in."""
    fresh_session(request)
    links = request.session.get(TAPS, {})
    links.setdefault(tap.meeting.public_id, {})[tap.purpose] = tap.pk
    request.session[TAPS] = links


def visit(request: HttpRequest, meeting_id: str, purpose: TapPurpose) -> Tap:
    """Return the link behind a visit for one purpose, or 404: never a hint."""
    noted = request.session.get(TAPS, {}).get(meeting_id, {})
    tap = taps.tap_alive(noted.get(purpose.value, 0), clock.now())
    if tap and tap.purpose == purpose and tap.meeting.public_id == meeting_id:
        return tap
    raise Http404
