"""What can be done with dates: each a POST, each back to the page of the dates."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.access.policies.delegates import Seat
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions import meetings as actions
from viceversa.relationships.actions.meetings.telling import organiser
from viceversa.relationships.queries.meetings import block
from viceversa.relationships.queries.meetings.feeds import file_of
from viceversa.relationships.queries.meetings.naming import after_move, after_yes
from viceversa.web import guards
from viceversa.web.asked import slot
from viceversa.web.participant.meetings.doors import back, done, meeting_of, refused, seat
from viceversa.web.participant.meetings.forms import ProposeForm, TimeForm, number_of
from viceversa.web.participant.meetings.showing import frame_of, page


@guards.signed_in
@require_POST
def propose(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Propose a free time by one tap, or a time of one's own choosing."""
    place = seat(request, public_id)
    chosen, where = slot(request.POST.get("slot", "")), ""
    form = ProposeForm(request.POST)
    by_tap = chosen is not None
    if chosen is None:
        if not form.is_valid():
            return page(request, place, "propose", form)
        chosen = form.moment, form.cleaned_data["minutes"]
        where = form.cleaned_data["place"]
    try:
        actions.propose(
            member=place.member,
            starts_at=chosen[0],
            minutes=chosen[1],
            place=where,
            now=clock.now(),
        )
    except UnableTo as error:
        if by_tap:
            return refused(request, public_id, error)
        form.add_error(None, str(error))
        return page(request, place, "propose", form)
    return back(request, public_id, _("Proposed. The answer comes by mail."))


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Choose another time: one of those all are free at, or one's own."""
    place = seat(request, public_id)
    meeting = meeting_of(place, meeting_id)
    form = TimeForm(request.POST or None, minutes=meeting.minutes)
    chosen = slot(request.POST.get("slot", ""))
    if request.method != "POST" or (chosen is None and not form.is_valid()):
        return _moving(request, place, meeting_id, form)
    starts_at, minutes = chosen or (form.moment, form.cleaned_data["minutes"])
    try:
        moved = actions.move(
            meeting=meeting,
            member=place.member,
            to=starts_at,
            minutes=minutes,
            seen=number_of(request.POST.get("seen")),
            now=clock.now(),
        )
    except UnableTo as error:
        if chosen:
            return refused(request, public_id, error)
        form.add_error(None, str(error))
        return _moving(request, place, meeting_id, form)
    return back(request, public_id, after_move(moved))


def _moving(request: HttpRequest, place: Seat, meeting_id: str, form: TimeForm) -> TemplateResponse:
    """Show a meeting as it is now, the times all are free at, and the form for another."""
    meeting = meeting_of(place, meeting_id)
    dates = block(place.member, clock.now(), about=meeting)
    context = frame_of(place) | {"dates": dates, "meeting": meeting, "form": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/meetings/move.html", context, status=status)


@guards.signed_in
@require_POST
def accept(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Say yes to a time."""
    seen = number_of(request.POST.get("seen"))

    def act(place: Seat) -> str:
        meeting = meeting_of(place, meeting_id)
        return after_yes(
            actions.accept(meeting=meeting, member=place.member, seen=seen, now=clock.now())
        )

    return done(request, public_id, act)


@guards.signed_in
@require_POST
def held(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Say that a meeting took place; a member goes on to what they took away."""

    place = seat(request, public_id)
    meeting = meeting_of(place, meeting_id)
    try:
        actions.confirm_held(meeting=meeting, member=place.member, now=clock.now())
    except UnableTo as error:
        return refused(request, public_id, error)
    answer = back(request, public_id, _("Kept. The rhythm holds."))
    return answer if place.delegation else redirect("participant:took", public_id, meeting_id)


@guards.signed_in
@require_POST
def take_off(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponseBase:
    """Take a meeting off."""
    seen = number_of(request.POST.get("seen"))

    def act(place: Seat) -> str:
        meeting = meeting_of(place, meeting_id)
        actions.take_off(meeting=meeting, member=place.member, seen=seen, now=clock.now())
        return _("Taken off; everybody knows. Choose a new time below.")

    return done(request, public_id, act)


@guards.signed_in
@require_safe
@never_cache
def download(request: HttpRequest, public_id: str, meeting_id: str) -> HttpResponse:
    """Hand out a meeting as a calendar file."""
    place = seat(request, public_id)
    content = file_of(meeting_of(place, meeting_id), place.member, organiser())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="viceversa-{meeting_id}.ics"'
    return response
