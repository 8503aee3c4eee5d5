"""Doing what a button says, and coming back with a word about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.models import Meeting, Member
from viceversa.web import guards


def do(
    request: HttpRequest, act: Callable[..., object], said: str, to: str, *where: str
) -> HttpResponseBase:
    """Run one action, as the viewer and now, and go to a page; a refusal is said there."""
    try:
        act(actor=guards.actor(request), now=clock.now())
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
