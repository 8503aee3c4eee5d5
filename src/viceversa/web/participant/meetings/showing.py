"""The page of the dates: what is next, what waits for a yes, free times, what was."""

from django import forms
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.access.policies.delegates import Seat
from viceversa.kernel import clock
from viceversa.relationships.queries.meetings import block
from viceversa.relationships.queries.meetings.naming import title, whereabouts
from viceversa.relationships.rules.meetings.video import link
from viceversa.web import guards
from viceversa.web.participant.meetings.doors import seat
from viceversa.web.participant.meetings.forms import LogForm, PlaceForm, ProposeForm, SeriesForm
from viceversa.web.participant.together.frame import framed

MEMBERS = "participant/together/base.html"
DELEGATES = "participant/meetings/delegated.html"


@guards.signed_in
@require_safe
def meetings(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the dates of a relationship to a member, or to who looks after a member's dates."""
    return page(request, seat(request, public_id))


def page(
    request: HttpRequest, place: Seat, wrong: str = "", form: forms.Form | None = None
) -> TemplateResponse:
    """Return the page; `wrong` names the form that came back with errors, `form` is it."""
    now = clock.now()
    dates = block(place.member, now)
    video, where = whereabouts(place.member.relationship)
    given = {wrong: form} if form else {}
    context = frame_of(place) | {
        "dates": dates,
        "place": where,
        "video": link(video, "…"),
        "propose": given.get("propose") or ProposeForm(minutes=dates.minutes),
        "series": given.get("series") or SeriesForm(minutes=dates.minutes),
        "log": given.get("log") or LogForm(minutes=dates.minutes),
        "usual": given.get("usual") or PlaceForm(initial={"place": where, "video": video}),
        "wrong": wrong,
        "now": now,
    }
    return TemplateResponse(
        request, "participant/meetings/all.html", context, status=422 if wrong else 200
    )


def frame_of(place: Seat) -> dict[str, object]:
    """Return what the page around the dates needs; a delegate's knows names and nothing more."""
    relationship = place.member.relationship
    if place.delegation is None:
        return framed(place.member, "together") | {"frame": MEMBERS, "delegated": False}
    members = list(relationship.members.select_related("person"))
    return {
        "frame": DELEGATES,
        "delegated": True,
        "relationship": relationship,
        "principal": place.member.person,
        "people": title(members),
    }
