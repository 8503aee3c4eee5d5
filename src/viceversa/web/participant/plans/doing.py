"""Doing what a button says, and coming back with a word about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from viceversa.kernel.errors import UnableTo
from viceversa.relationships.models import Meeting, Member


def do(
    request: HttpRequest, act: Callable[[], object], said: str, to: str, *where: str
) -> HttpResponseBase:
    """Run one action and go to a page; what could not be done is said there."""
    try:
        act()
    except UnableTo as error:
        messages.warning(request, str(error))
    else:
        if said:
            messages.success(request, said)
    return redirect(to, *where)


def meeting_of(viewer: Member, public_id: str) -> Meeting:
    """Return a meeting of the viewer's relationship; any other is not there."""
    found = (
        Meeting.objects.filter(relationship=viewer.relationship_id, public_id=public_id)
        .select_related("relationship")
        .first()
    )
    if found is None:
        raise Http404
    return found
