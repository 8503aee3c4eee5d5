"""The list of people, and one person with the line above and below."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.people.choices import PersonStatus
from viceversa.people.models import Person
from viceversa.people.queries import directory
from viceversa.people.rules.countries import country_name
from viceversa.people.rules.languages import language_name
from viceversa.relationships.queries.one import relationships_of_person
from viceversa.web import guards


@dataclass(frozen=True, slots=True)
class Together:
    """A relationship as the person page lists it: the others, their role, state and cohort."""

    public_id: str
    others: str
    role: str
    state: str
    cohort: str


@guards.requires(Permission.DIRECTORY_READ)
def everybody(request: HttpRequest) -> TemplateResponse:
    """Search, filter, sort and page the directory."""
    filters = _filters(request)
    found = directory.listing(filters, request.GET.get("page"))
    offered = directory.choices()
    context = {
        "page": found,
        "filters": filters,
        "narrowed": filters != directory.Filters(sort=filters.sort),
        "units": [(path, path) for path in offered.units],
        "sites": [(site, site) for site in offered.sites],
        "levels": [(str(level), str(level)) for level in offered.levels],
        "statuses": [*PersonStatus.choices, ("all", _("Everybody, also who has left"))],
        "level": "" if filters.level is None else str(filters.level),
        "nobody": not found.object_list and directory.is_empty(),
    }
    return TemplateResponse(request, "coordinator/people/list.html", context)


def _filters(request: HttpRequest) -> directory.Filters:
    asked = request.GET
    level = asked.get("level", "")
    return directory.Filters(
        search=asked.get("q", "").strip()[:200],
        unit=asked.get("unit", ""),
        site=asked.get("site", ""),
        level=int(level) if level.lstrip("-").isdecimal() and len(level) < 5 else None,
        status=asked.get("status", ""),
        sort=asked.get("sort", "name"),
    )


@guards.requires(Permission.DIRECTORY_READ)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """One person: what the organisation says, and the reporting line around them."""
    person = directory.by_public_id(public_id)
    if person is None:
        raise Http404
    language = get_language() or "en"
    context = {
        "person": person,
        "units": person.unit.path.split(" > ") if person.unit else [],
        "country": country_name(person.country, language),
        "languages": [language_name(code, language) for code in person.languages],
        "above": list(reversed(directory.line_above(person))),
        "below": directory.line_below(person),
        "together": _together(request, person),
        "status_tone": {"active": "good", "leave": "attention"}.get(person.status, ""),
    }
    return TemplateResponse(request, "coordinator/people/person.html", context)


def _together(request: HttpRequest, person: Person) -> list[Together]:
    """The person's relationships: with whom and how far, for those who may know their state."""
    if not guards.may(request, Permission.RELATIONSHIP_READ_STATE):
        return []
    found = []
    for each in relationships_of_person(person):
        members = list(each.members.all())
        others = [member for member in members if member.person_id != person.pk]
        mine = next(member for member in members if member.person_id == person.pk)
        found.append(
            Together(
                each.public_id,
                ", ".join(member.person.name for member in others),
                others[0].role if others else mine.role,
                each.get_state_display(),
                each.cohort.name,
            )
        )
    return found
