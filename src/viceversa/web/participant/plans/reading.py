"""The library of session plans: by rung, by words, and one with its parts."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from viceversa.kernel import clock
from viceversa.relationships.queries.plans import meetings_to_prepare
from viceversa.relationships.rules.plans import FIRST, RUNGS, Plan, find, library, suggest
from viceversa.web import guards
from viceversa.web.participant.together.frame import framed


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan in the language of the page."""

    code: str
    rung: str
    title: str
    about: str
    minutes: int
    parts: list[tuple[int, str, str, str]]
    ideas: list[str]

    @property
    def slices(self) -> list[tuple[int, str]]:
        """(minutes, who gives), for the bar."""
        return [(minutes, gives) for minutes, gives, _title, _text in self.parts]


def rung_names() -> dict[str, str]:
    """Return the names of the rungs, first meetings before them."""
    return {
        FIRST: _("First meeting"),
        "tools": _("Tools"),
        "audience": _("Media and audience"),
        "strategy": _("Strategy, culture, talent"),
    }


@guards.signed_in
@require_safe
def every(request: HttpRequest) -> TemplateResponse:
    """Browse the library."""
    return TemplateResponse(request, "participant/plans/library.html", browsing(request))


@guards.signed_in
@require_safe
def guides(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Browse it inside a relationship, with what fits its topics first."""
    viewer = guards.member(request, public_id)
    exchange = viewer.relationship.exchange
    fitting = suggest([*exchange.get("mentor", []), *exchange.get("mentee", [])], most=3)
    context = framed(viewer, "guides") | browsing(request) | {"fitting": shown(fitting)}
    return TemplateResponse(request, "participant/plans/guides.html", context)


@guards.signed_in
@require_safe
def one(request: HttpRequest, code: str) -> TemplateResponse:
    """Show a plan, and the meetings it could be used for."""
    plan = library().get(code)
    if plan is None:
        raise Http404
    ahead = meetings_to_prepare(guards.user_of(request).pk, clock.now())
    context = {
        "plan": shown([plan])[0],
        "rung": rung_names()[plan.rung],
        "ahead": ahead,
    }
    return TemplateResponse(request, "participant/plans/plan.html", context)


def browsing(request: HttpRequest) -> dict[str, object]:
    """Return the variables of a browsed library: rungs, words looked for, what was found."""
    names = rung_names()
    rung = request.GET.get("rung", "")
    words = request.GET.get("q", "")[:80]
    found = shown(find(words, rung if rung in names else "", get_language() or "en"))
    shelves = [
        (names[each], [plan for plan in found if plan.rung == each]) for each in (FIRST, *RUNGS)
    ]
    return {
        "shelves": [(name, plans) for name, plans in shelves if plans],
        "rungs": list(names.items()),
        "rung": rung if rung in names else "",
        "words": words,
        "found": len(found),
    }


def shown(plans: list[Plan]) -> list[PlanShown]:
    """Return plans in the language of the page."""
    language = get_language() or "en"
    return [
        PlanShown(
            code=plan.code,
            rung=plan.rung,
            title=plan.title(language),
            about=plan.about(language),
            minutes=plan.minutes,
            parts=[
                (part.minutes, part.gives, part.title(language), part.text(language))
                for part in plan.parts
            ],
            ideas=[idea(language) for idea in plan.ideas],
        )
        for plan in plans
    ]
