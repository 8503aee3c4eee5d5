"""One's calendars: the private address of the feed, and calendars read for busy times."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships import tasks
from viceversa.relationships.actions import meetings as actions
from viceversa.relationships.queries.meetings import feeds
from viceversa.web import guards
from viceversa.web.participant.meetings.doors import own_person
from viceversa.web.participant.meetings.forms import BusyFeedForm


@guards.signed_in
@never_cache
@require_safe
def calendars(request: HttpRequest) -> TemplateResponse:
    """Show what is read and what is handed out."""
    return _page(request, own_person(request), BusyFeedForm())


@guards.signed_in
@never_cache
@require_POST
def open_feed(request: HttpRequest) -> HttpResponseBase:
    """Make a new private address and show it, this once."""
    person = own_person(request)
    path = actions.open_feed(person=person, actor=guards.actor(request), now=clock.now())
    return _page(request, person, BusyFeedForm(), address=request.build_absolute_uri(path))


@guards.signed_in
@require_POST
def close_feed(request: HttpRequest) -> HttpResponseBase:
    """End the private address."""
    person = own_person(request)
    if not actions.close_feed(person=person, actor=guards.actor(request), now=clock.now()):
        raise Http404
    messages.success(request, _("Ended: the old address leads nowhere."))
    return redirect("participant:calendars")


@guards.signed_in
@sensitive_post_parameters()
@require_POST
def subscribe(request: HttpRequest) -> HttpResponseBase:
    """Subscribe to a calendar kept elsewhere; a job reads it."""
    person = own_person(request)
    form = BusyFeedForm(request.POST)
    if form.is_valid():
        try:
            feed = actions.subscribe(
                person=person,
                address=form.cleaned_data["address"],
                actor=guards.actor(request),
                now=clock.now(),
            )
        except UnableTo as error:
            form.add_error("address", str(error))
        else:
            tasks.read_busy_feed.enqueue(feed.pk)
            messages.success(request, _("Noted. It is read now, and then every two hours."))
            return redirect("participant:calendars")
    return _page(request, person, form)


@guards.signed_in
@require_POST
def unsubscribe(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Forget a calendar and what was read of it."""
    feed = feeds.subscription(own_person(request), public_id)
    if feed is None:
        raise Http404
    actions.unsubscribe(feed=feed, actor=guards.actor(request), now=clock.now())
    messages.success(request, _("Removed, and its busy times with it."))
    return redirect("participant:calendars")


def _page(
    request: HttpRequest, person: Person, form: BusyFeedForm, address: str = ""
) -> TemplateResponse:
    context = {
        "feed": feeds.feed_address(person),
        "address": address,
        "subscriptions": feeds.subscriptions(person),
        "form": form,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "participant/meetings/calendars.html", context, status=status)
