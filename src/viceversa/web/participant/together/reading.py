"""The page of a relationship: both directions, where it stands, what comes next."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.relationships.queries import document, notes
from viceversa.web import guards
from viceversa.web.participant.together.frame import framed

NEWEST = 3  # notes shown in the margin


@guards.signed_in
@require_safe
def together(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Show the relationship to one of its members."""
    viewer = guards.member(request, public_id)
    context = framed(viewer, "together") | {
        "document": document(viewer),
        "notes": notes(viewer, most=NEWEST),
        "rhythm": RHYTHMS[viewer.relationship.cohort.preset],
    }
    return TemplateResponse(request, "participant/together/one.html", context)
