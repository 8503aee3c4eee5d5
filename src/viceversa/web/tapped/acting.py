"""Yes, another time, “we met”: a page that asks once more, then a POST of the person."""

from collections.abc import Callable

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
from viceversa.relationships.choices import TapPurpose
from viceversa.relationships.models import Tap
from viceversa.relationships.queries.meetings import block
from viceversa.relationships.queries.meetings.free import zone_of_person
from viceversa.relationships.queries.meetings.naming import after_move, after_yes
from viceversa.web.asked import slot
from viceversa.web.linked import private
from viceversa.web.tapped.visits import visit


@private
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Say yes to a time, or to a whole series where the mail was about one."""
    tap = visit(request, meeting_id, TapPurpose.ACCEPT)

    def act() -> str:
        meeting, now = tap.meeting, clock.now()
        if meeting.series and meeting.starts_at == meeting.recurs_at:
            actions.accept_series(series=meeting.series, member=tap.member, now=now)
            meeting.refresh_from_db()
        else:
            meeting = actions.accept(meeting=meeting, member=tap.member, now=now)
        return after_yes(meeting)

    return _answer(request, tap, "tapped/accept.html", act)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Choose one of the times all are free at, or say that none of them suits."""
    tap = visit(request, meeting_id, TapPurpose.MOVE)

    def act() -> str:
        chosen, now = slot(request.POST.get("slot", "")), clock.now()
        if chosen is None:
            actions.ask_another_time(meeting=tap.meeting, member=tap.member, now=now)
            return _("The others know that another time is wanted.")
        starts_at, minutes = chosen
        return after_move(
            actions.move(
                meeting=tap.meeting, member=tap.member, to=starts_at, minutes=minutes, now=now
            )
        )

    return _answer(request, tap, "tapped/move.html", act)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def held(request: HttpRequest, meeting_id: str) -> HttpResponseBase:
    """Say that a meeting took place."""
    tap = visit(request, meeting_id, TapPurpose.HELD)

    def act() -> str:
        actions.confirm_held(meeting=tap.meeting, member=tap.member, now=clock.now())
        return _("Kept. The rhythm holds.")

    return _answer(request, tap, "tapped/held.html", act)


def _answer(
    request: HttpRequest, tap: Tap, template: str, act: Callable[[], str]
) -> HttpResponseBase:
    """Show the page that asks once more; after its POST, do it and say what came of it."""
    if request.method != "POST":
        return _page(request, tap, template)
    try:
        said = act()
    except UnableTo as error:
        return _page(request, tap, template, error)
    messages.success(request, said)
    return redirect("tapped:done")


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
