"""The counsellor's desk: what was raised to them, each with its words; acknowledge, answer, end."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships.actions import care as actions
from viceversa.relationships.models import Concern
from viceversa.relationships.queries.care import (
    ConcernShown,
    counsel,
    counsel_one,
    is_counsellor,
)
from viceversa.web import guards
from viceversa.web.participant.care.forms import WordsForm


@guards.signed_in
@never_cache
@require_safe
def every(request: HttpRequest) -> TemplateResponse:
    """List what was raised to the viewer; for whoever counsels nobody there is no such page."""
    person = _person(request)
    if not is_counsellor(person):
        raise Http404
    rows = counsel(person, clock.now())
    context = {
        "open_ones": [row for row in rows if row.open],
        "ended": [row for row in rows if not row.open],
    }
    return TemplateResponse(request, "participant/care/counsel.html", context)


@guards.signed_in
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, concern_id: str) -> HttpResponseBase:
    """Read a concern and answer its author."""
    found = _found(request, concern_id)
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.reply(concern=found.concern, text=form.cleaned_data["text"], now=clock.now())
        except UnableTo as error:
            form.add_error("text", str(error))
        else:
            name = found.concern.author.person.first_name
            messages.success(request, _("Sent to %(name)s.") % {"name": name})
            return redirect("participant:counsel-one", concern_id)
    context = {"shown": found, "concern": found.concern, "words": form}
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/care/counsel_one.html", context, status=status)


@guards.signed_in
@require_POST
def acknowledge(request: HttpRequest, concern_id: str) -> HttpResponseBase:
    """Say to the author that the counsellor has it."""
    return _do(request, concern_id, actions.acknowledge, _("The author knows that you have it."))


@guards.signed_in
@require_POST
def read(request: HttpRequest, concern_id: str) -> HttpResponseBase:
    """Note that the counsellor has read what is new."""
    actions.mark_read(concern=_found(request, concern_id).concern, by_author=False)
    return redirect("participant:counsel-one", concern_id)


@guards.signed_in
@require_POST
def resolve(request: HttpRequest, concern_id: str) -> HttpResponseBase:
    """End a concern, as agreed with its author."""
    act = partial(actions.resolve, by_author=False)
    return _do(request, concern_id, act, _("The concern is resolved; its author knows."))


def _do(
    request: HttpRequest, concern_id: str, act: Callable[..., Concern], done: str
) -> HttpResponseBase:
    found = _found(request, concern_id)
    try:
        act(concern=found.concern, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("participant:counsel-one", concern_id)


def _found(request: HttpRequest, concern_id: str) -> ConcernShown:
    """Return a concern raised to the viewer; nobody else may know that there is one."""
    found = counsel_one(_person(request), concern_id, clock.now())
    if found is None:
        raise Http404
    return found


def _person(request: HttpRequest) -> Person:
    person = Person.objects.filter(user=guards.user_of(request)).first()
    if person is None:
        raise Http404
    return person
