"""The results of a person picker, for pages that search while one types."""

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.views.decorators.http import require_GET

from viceversa.access.permissions import Permission
from viceversa.programmes.queries.candidates import people_by_public_id, people_found
from viceversa.web import guards
from viceversa.web.coordinator.programmes import pages
from viceversa.web.coordinator.programmes.pickers import Picker

MANY = {"prefers", "excludes", "previous"}
ONE = {"sponsor", "co_lead", "answers_observations", "counsellor"}


@guards.requires(Permission.PROGRAMME_CHANGE)
@require_GET
def found(request: HttpRequest) -> TemplateResponse:
    """The people who fit the text of one picker, those already chosen kept on top."""
    name = request.GET.get("picker", "")
    if name not in MANY | ONE:
        raise Http404
    text = request.GET.get(f"{name}_search", "").strip()
    chosen = [value for value in request.GET.getlist(name) if value]
    picker = Picker(name, label="", many=name in MANY, search=text, found=people_found(text))
    picker.chosen = people_by_public_id(chosen) if chosen else []
    return pages.page(request, "picker_results.html", {"picker": picker})
