"""Hours: a mentor's own total with the switch that shows it, and what a line manager is shown."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.people.models import Person
from viceversa.relationships.actions.care import keep_hours, share_hours
from viceversa.relationships.queries.care import loads_of, own_hours, team_hours
from viceversa.web import guards


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponseBase:
    """Show the viewer's own total; show it to the line manager, or take that back."""
    person = _person(request)
    shown = own_hours(person, clock.now())
    if shown is None:
        raise Http404
    if request.method == "POST":
        share = request.POST.get("share") == "1"
        verb, done = (
            (share_hours, _("Your line manager sees the total from now on."))
            if share
            else (keep_hours, _("Your line manager sees it no more."))
        )
        try:
            verb(person=person, actor=guards.actor(request), now=clock.now())
        except UnableTo as error:
            messages.error(request, str(error))
        else:
            messages.success(request, done)
        return redirect("participant:hours")
    context = {"hours": shown, "loads": loads_of(person)}
    return TemplateResponse(request, "participant/care/hours.html", context)


@guards.signed_in
@require_safe
def team(request: HttpRequest) -> TemplateResponse:
    """Show a line manager the totals that are shown to them: names and numbers, nothing else."""
    person = _person(request)
    lines = team_hours(person, clock.now())
    if not lines and not Person.objects.filter(manager=person).exists():
        raise Http404
    return TemplateResponse(request, "participant/care/team_hours.html", {"lines": lines})


def _person(request: HttpRequest) -> Person:
    person = Person.objects.select_related("manager").filter(user=guards.user_of(request)).first()
    if person is None:
        raise Http404
    return person
