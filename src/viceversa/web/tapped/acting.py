"""Yes, another time, “we met”: a page that asks once more, then a POST of the person."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.rules.recipient import zone_of
from viceversa.relationships.actions import meetings as actions
from viceversa.relationships.choices import MeetingState, TapPurpose
from viceversa.relationships.models import Tap
from viceversa.relationships.queries.meetings import block
from viceversa.relationships.queries.meetings.free import zone_of_person
from viceversa.web.asked import slot
from viceversa.web.linked import private
from viceversa.web.tapped.visits import visit


@private
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Say yes to a time, or to a whole series where the mail was about one."""
    tap = visit(request, meeting_id, TapPurpose.ACCEPT)
    if request.method != "POST":
        return _page(request, tap, "tapped/accept.html")
    meeting, now = tap.meeting, clock.now()
    whole = meeting.series is not None and meeting.starts_at == meeting.recurs_at
    try:
        if whole and meeting.series:
            actions.accept_series(series=meeting.series, member=tap.member, now=now)
            meeting.refresh_from_db()
        else:
            meeting = actions.accept(meeting=meeting, member=tap.member, now=now)
    except UnableTo as error:
        return _page(request, tap, "tapped/accept.html", error)
    if meeting.state == MeetingState.PROPOSED:
        return _done(request, _("Your yes is kept; others are still to answer."))
    return _done(request, _("Agreed. The invitation for your calendar is on its way."))


@private
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Choose one of the times all are free at, or say that none of them suits."""
    tap = visit(request, meeting_id, TapPurpose.MOVE)
    if request.method != "POST":
        return _page(request, tap, "tapped/move.html")
    chosen, now = slot(request.POST.get("slot", "")), clock.now()
    try:
        if chosen is None:
            actions.ask_another_time(meeting=tap.meeting, member=tap.member, now=now)
            return _done(request, _("The others know that another time is wanted."))
        moved = actions.move(
            meeting=tap.meeting, member=tap.member, to=chosen[0], minutes=chosen[1], now=now
        )
    except UnableTo as error:
        return _page(request, tap, "tapped/move.html", error)
    if moved.state == MeetingState.AGREED:
        return _done(request, _("Moved; everybody knows."))
    return _done(request, _("Moved; it is agreed once everybody says yes."))


@private
@require_http_methods(["GET", "HEAD", "POST"])
def held(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Say that a meeting took place."""
    tap = visit(request, meeting_id, TapPurpose.HELD)
    if request.method != "POST":
        return _page(request, tap, "tapped/held.html")
    try:
        actions.confirm_held(meeting=tap.meeting, member=tap.member, now=clock.now())
    except UnableTo as error:
        return _page(request, tap, "tapped/held.html", error)
    return _done(request, _("Kept. The rhythm holds."))


def _page(
    request: HttpRequest, tap: Tap, template: str, error: UnableTo | None = None
) -> TemplateResponse:
    """Return a page with the meeting in its reader's zone; times and places, nothing else."""
    reader = tap.delegation.delegate if tap.delegation else tap.member.person
    dates = block(tap.member, clock.now(), about=tap.meeting)
    shown = next((each for each in dates.all if each.meeting.pk == tap.meeting_id), None)
    context = {
        "meeting": tap.meeting,
        "shown": shown,
        "dates": dates,
        "principal": tap.member.person if tap.delegation else None,
        "mistake": error,
        "whole": next(
            (s for s in dates.series if s.series.pk == tap.meeting.series_id and s.asks_me), None
        ),
    }
    if not request.user.is_authenticated:
        timezone.activate(zone_of(zone_of_person(reader).key))
    return TemplateResponse(request, template, context, status=409 if error else 200)


def _done(request: HttpRequest, said: str) -> HttpResponseBase:
    messages.success(request, said)
    return redirect("tapped:done")
