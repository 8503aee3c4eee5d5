"""Who may handle the dates of a relationship: its members, and the delegate of one of them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from viceversa.access.policies.delegates import Seat, seat_at_dates
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.programmes.queries.invitations import person_of
from viceversa.relationships.models import Meeting, Series
from viceversa.web import guards


def seat(request: HttpRequest, public_id: str) -> Seat:
    """Return the viewer's place at these dates; for everybody else there is no such page.

    Asked at every request, so that a delegate who was removed finds nothing at the next one.
    """
    found = seat_at_dates(guards.user_of(request), public_id)
    if found is None:
        raise Http404
    return found


def meeting_of(place: Seat, meeting_id: str) -> Meeting:
    """Return a meeting of this relationship, or 404."""
    rows = Meeting.objects.select_related("relationship__cohort", "series")
    found = rows.filter(public_id=meeting_id, relationship=place.member.relationship_id).first()
    if found is None:
        raise Http404
    return found


def series_of(place: Seat, series_id: str) -> Series:
    """Return a series of this relationship, or 404."""
    rows = Series.objects.select_related("relationship__cohort")
    found = rows.filter(public_id=series_id, relationship=place.member.relationship_id).first()
    if found is None:
        raise Http404
    return found


def own_person(request: HttpRequest) -> Person:
    """Return the person behind the user; who is not in the directory has no dates."""
    person = person_of(guards.user_of(request))
    if person is None:
        raise Http404
    return person


def done(request: HttpRequest, public_id: str, act: Callable[[Seat], str]) -> HttpResponseBase:
    """Do something from the viewer's place and return to the dates with what `act` says of it."""
    place = seat(request, public_id)
    try:
        said = act(place)
    except UnableTo as error:
        return refused(request, public_id, error)
    return back(request, public_id, said)


def back(request: HttpRequest, public_id: str, said: str) -> HttpResponseBase:
    """Say what was done and return to the dates."""
    messages.success(request, said)
    return redirect("participant:meetings", public_id)


def refused(request: HttpRequest, public_id: str, error: UnableTo) -> HttpResponseBase:
    """Say what could not be done and return to the dates, as they are now."""
    messages.error(request, " ".join([str(error), *map(str, error.details)]))
    return redirect("participant:meetings", public_id)
