"""Rarer things one does with dates: a series, a meeting that was elsewhere, the usual place."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from viceversa.access.policies.delegates import Seat
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.notifications.rules.recipient import zone_of
from viceversa.relationships.actions import meetings as actions
from viceversa.web import guards
from viceversa.web.participant.meetings.doors import back, done, seat, series_of
from viceversa.web.participant.meetings.forms import LogForm, PlaceForm, SeriesForm
from viceversa.web.participant.meetings.showing import page


@guards.signed_in
@require_POST
def propose_series(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Propose several meetings at once."""
    place = seat(request, public_id)
    form = SeriesForm(request.POST)

    def act() -> None:
        actions.propose_series(
            member=place.member,
            first_on=form.cleaned_data["day"],
            at_minute=form.minute_of_day,
            zone=zone_of(timezone.get_current_timezone_name()),
            every_weeks=form.cleaned_data["every"],
            count=form.cleaned_data["count"],
            minutes=form.cleaned_data["minutes"],
            place=form.cleaned_data["place"],
            now=clock.now(),
        )

    said = _("Proposed. One yes agrees them all.")
    return _filled(request, place, "series", form, act, said)


@guards.signed_in
@require_POST
def accept_series(request: HttpRequest, public_id: str, series_id: str) -> HttpResponseBase:
    """Say yes to a whole series."""

    def act(place: Seat) -> str:
        series = series_of(place, series_id)
        count = actions.accept_series(series=series, member=place.member, now=clock.now())
        if not count:
            return _("Your yes is kept; others are still to answer.")
        said = ngettext("%(n)s meeting agreed.", "%(n)s meetings agreed.", count)
        return said % {"n": count}

    return done(request, public_id, act)


@guards.signed_in
@require_POST
def end_series(request: HttpRequest, public_id: str, series_id: str) -> HttpResponseBase:
    """Take off what a series still has before it."""

    def act(place: Seat) -> str:
        series = series_of(place, series_id)
        count = actions.end_series(series=series, member=place.member, now=clock.now())
        said = ngettext("%(n)s meeting taken off.", "%(n)s meetings taken off.", count)
        return said % {"n": count}

    return done(request, public_id, act)


@guards.signed_in
@require_POST
def log(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Write down a meeting that took place without Viceversa."""
    place = seat(request, public_id)
    form = LogForm(request.POST)

    def act() -> None:
        actions.log_held(
            member=place.member,
            starts_at=form.moment,
            minutes=form.cleaned_data["minutes"],
            place=form.cleaned_data["place"],
            now=clock.now(),
        )

    return _filled(request, place, "log", form, act, _("Written down."))


@guards.signed_in
@require_POST
def usual_place(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Keep where one usually meets."""
    place = seat(request, public_id)
    form = PlaceForm(request.POST)

    def act() -> None:
        actions.place_meetings(
            member=place.member,
            video=form.cleaned_data["video"],
            place=form.cleaned_data["place"],
            now=clock.now(),
        )

    return _filled(request, place, "usual", form, act, _("Kept for the meetings to come."))


def _filled(
    request: HttpRequest,
    place: Seat,
    name: str,
    form: forms.Form,
    act: Callable[[], None],
    said: str,
) -> HttpResponseBase:
    """Do what a filled form says, else show the dates with that form open and what is wrong."""
    if form.is_valid():
        try:
            act()
        except UnableTo as error:
            form.add_error(None, str(error))
    if form.errors:
        return page(request, place, name, form)
    return back(request, place.member.relationship.public_id, said)
