"""What is past for a person: with whom, what stays readable and until when, letters, thanks."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.programmes.queries.invitations import person_of
from viceversa.relationships.queries.closing import past as past_of
from viceversa.web import guards


@guards.signed_in
@require_safe
def past(request: HttpRequest) -> TemplateResponse:
    """Show the viewer's past relationships."""
    person = person_of(guards.user_of(request))
    context = {
        "past": past_of(person) if person else [],
        "today": timezone.localdate(clock.now()),
    }
    return TemplateResponse(request, "participant/closing/past.html", context)
