"""Who may look at a meeting here: the bearer of a link made for it and for one purpose.

A link of a delegate who was removed ends at once, too.
"""

from django.http import Http404, HttpRequest

from viceversa.kernel import clock
from viceversa.relationships.choices import TapPurpose
from viceversa.relationships.models import Tap
from viceversa.relationships.queries.meetings import taps
from viceversa.web.linked import opened


def name_of(meeting_id: str, purpose: str) -> str:
    """Return what a link opens: one meeting for one purpose."""
    return f"meeting {meeting_id} {purpose}"


def visit(request: HttpRequest, meeting_id: str, purpose: TapPurpose) -> Tap:
    """Return the link behind a visit for one purpose, or 404: never a hint."""
    tap = taps.tap_alive(opened(request, name_of(meeting_id, purpose)), clock.now())
    if tap and tap.purpose == purpose and tap.meeting.public_id == meeting_id:
        return tap
    raise Http404
