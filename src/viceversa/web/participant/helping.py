"""Who can help, how it works, what people ask; and the list of one's relationships."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.relationships.models import Relationship
from viceversa.relationships.queries.meetings.naming import joined
from viceversa.reports.help import helpers
from viceversa.web import guards


@guards.signed_in
@require_safe
def help(request: HttpRequest) -> TemplateResponse:
    """Show whom to turn to and the answers to what is asked most."""
    context = {"helpers": helpers(guards.user_of(request))}
    return TemplateResponse(request, "participant/home/help.html", context)


@guards.signed_in
@require_safe
def relationships(request: HttpRequest) -> HttpResponseBase:
    """Lead to the one relationship under way, or list them where there are none or several."""
    mine = helpers(guards.user_of(request)).relationships
    current = [item for item in mine if item.closed_at is None]
    if len(current) == 1:
        return redirect("participant:together", current[0].public_id)
    context = {
        "current": [(item, _names(item)) for item in current],
        "past": [(item, _names(item)) for item in mine if item.closed_at],
    }
    return TemplateResponse(request, "participant/home/relationships.html", context)


def _names(relationship: Relationship) -> str:
    """Return the first names of everybody in it."""
    return joined(member.person.first_name for member in relationship.members.all())
