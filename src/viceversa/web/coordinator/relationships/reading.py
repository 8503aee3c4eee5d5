"""Looking at relationships: the list, and one with its people and dates, never its content."""

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse

from viceversa.access.permissions import Permission
from viceversa.matching.queries.rounds import by_public_id as round_by_public_id
from viceversa.matching.queries.telling import broken_rule_titles
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import cohorts
from viceversa.relationships.choices import Origin, RelationshipState
from viceversa.relationships.queries import Filter, cohort_choices, listing
from viceversa.relationships.queries import one as shown_one
from viceversa.relationships.queries.plans import outline
from viceversa.web import guards
from viceversa.web.asked import number


@guards.requires(Permission.RELATIONSHIP_READ_STATE)
def every(request: HttpRequest) -> TemplateResponse:
    """The list, narrowed by cohort, state, origin and search."""
    asked = request.GET
    cohort = cohorts.by_public_id(asked.get("cohort", "")) if asked.get("cohort") else None
    state = asked.get("state", "") if asked.get("state") in RelationshipState.values else ""
    origin = asked.get("origin", "") if asked.get("origin") in Origin.values else ""
    search = asked.get("q", "").strip()
    page = listing(Filter(cohort, state, origin, search), number(asked.get("page", ""), 1))
    context = {
        "page": page,
        "cohort": cohort,
        "cohorts": _choices(cohort),
        "states": RelationshipState.choices,
        "origins": Origin.choices,
        "state": state,
        "origin": origin,
        "search": search,
        "narrowed": bool(cohort or state or origin or search),
    }
    return TemplateResponse(request, "coordinator/relationships/list.html", context)


def _choices(asked: Cohort | None) -> list[tuple[str, str]]:
    """The cohorts that have relationships, and the one asked for even while it has none."""
    known = cohort_choices()
    if asked is None or any(public_id == asked.public_id for public_id, _name in known):
        return known
    return [(asked.public_id, f"{asked.programme.name}, {asked.name}"), *known]


@guards.requires(Permission.RELATIONSHIP_READ_STATE)
def one(request: HttpRequest, public_id: str) -> TemplateResponse:
    """One relationship: who, since when, from where, what goes each way."""
    shown = shown_one(public_id)
    if shown is None:
        raise Http404
    relationship = shown.relationship
    round = (
        round_by_public_id(relationship.origin_id) if relationship.origin == Origin.ROUND else None
    )
    context = {
        "shown": shown,
        "relationship": relationship,
        "round": round,
        "meetings": outline(relationship),
        "set_aside": broken_rule_titles(
            relationship.overridden_rules,
            shown.mentors[0].person.first_name,
            shown.mentees[0].person.first_name,
        ),
    }
    return TemplateResponse(request, "coordinator/relationships/one.html", context)
