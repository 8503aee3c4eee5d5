"""Whose page it is: the person behind the request, and the things that are theirs alone."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from viceversa.kernel import clock
from viceversa.measurement.queries.own import Sheet, Standing, own_sheet, standing
from viceversa.people.models import Person
from viceversa.programmes.queries.enrolments import enrolments_of
from viceversa.programmes.queries.invitations import person_of
from viceversa.web import guards


def person(request: HttpRequest) -> Person:
    """Return the person behind the request; whoever is in no directory has no such pages."""
    found = person_of(guards.user_of(request))
    if found is None:
        raise Http404
    return found


def own_standing(request: HttpRequest) -> Standing:
    """Return where the viewer stands with their self-check today."""
    mine = person(request)
    return standing(mine, enrolments_of(mine), timezone.localdate(clock.now()))


def sheet(request: HttpRequest, public_id: str) -> Sheet:
    """Return a self-check of the viewer’s own; there is no such page for anybody else."""
    found = own_sheet(person(request), public_id)
    if found is None:
        raise Http404
    return found
