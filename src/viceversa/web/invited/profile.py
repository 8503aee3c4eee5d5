"""The profile in under three minutes: topics, what goes back, times; then hand it in."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from viceversa.kernel import clock
from viceversa.people.rules.languages import TABLE
from viceversa.programmes.actions import profile as actions
from viceversa.programmes.actions.enrolments import change_enrolment
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.queries.details import details_of
from viceversa.programmes.rules.details import Details
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.programmes.rules.profile import still_needed
from viceversa.web.invited import steps
from viceversa.web.invited.visits import ANSWER, PLACE, Visit, visit
from viceversa.web.linked import private

ORDER = ("topics", "back", "times", "profile")
LIKELY = ("it", "en", "fr", "de", "es", "pt", "ro", "ar", "zh")  # languages shown at once
SAFE_OR_POST = ["GET", "HEAD", "POST"]


@private
@require_http_methods(SAFE_OR_POST)
def topics(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """What a mentee is curious about, or what a mentor can share."""
    return _side(request, public_id, "first", "topics")


@private
@require_http_methods(SAFE_OR_POST)
def back(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """What a mentee gives back, or what a mentor hopes for."""
    return _side(request, public_id, "back", "back")


@private
@require_http_methods(SAFE_OR_POST)
def times(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """When, in which languages, how many relationships."""
    seen, details = _opened(request, public_id)
    person = seen.enrolment.person
    known = dict(_language_names())
    if request.method == "POST":
        _save(seen, steps.read_times(request.POST, details, known))
        return redirect("invited:profile", public_id)
    spoken = details.languages or tuple(person.languages)
    shown = list(dict.fromkeys([*spoken, *LIKELY]))
    context = {
        "days": steps.day_names()[:5],
        "grid": steps.grid(details),
        "others": steps.other_times(details),
        "zone": person.time_zone,
        "languages": [(code, known.get(code, code), code in spoken) for code in shown],
        "numbers": steps.places_choices(details),
        "maximum": details.maximum,
    }
    return _page(request, seen, details, "times", context)


@private
@require_http_methods(SAFE_OR_POST)
def profile(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """All that was said, on one page; handing it in."""
    seen, details = _opened(request, public_id)
    if request.method == "POST":
        try:
            actions.finish(enrolment=seen.enrolment, actor=seen.actor, now=clock.now())
        except actions.UnableToTakePart as error:
            messages.error(request, " ".join([str(error), *map(str, error.details)]))
        return redirect("invited:profile", public_id)
    role = seen.enrolment.role
    known = dict(_language_names())
    spoken = details.languages or tuple(seen.enrolment.person.languages)
    context = {
        "first": steps.chosen(details.first, offer=steps.is_offer(role, "first")),
        "back": steps.chosen(details.back, offer=steps.is_offer(role, "back")),
        "times": [
            f"{steps.day_names()[day]}, {steps.span(start, end)}"
            for day, start, end in details.windows
        ],
        "spoken": [known.get(code, code) for code in spoken],
        "maximum": details.maximum,
        "needed": still_needed(details, role),
        "handed_in": seen.enrolment.state in (EnrolmentState.APPLIED, EnrolmentState.ADMITTED),
        "admitted": seen.enrolment.state == EnrolmentState.ADMITTED,
    }
    return _page(request, seen, details, "profile", context)


def _side(request: HttpRequest, public_id: str, side: str, name: str) -> HttpResponseBase:
    seen, details = _opened(request, public_id)
    role = seen.enrolment.role
    if request.method == "POST":
        _save(seen, steps.read_topics(request.POST, details, side, role))
        if "find" in request.POST:
            query = urlencode({"q": request.POST.get("q", "")})
            return redirect(f"{reverse(f'invited:{name}', args=[public_id])}?{query}#catalogue")
        return redirect(f"invited:{ORDER[ORDER.index(name) + 1]}", public_id)
    search = request.GET.get("q", "").strip()[:80]
    context = {
        "side": side,
        "search": search,
        "chosen": steps.chosen(getattr(details, side), offer=steps.is_offer(role, side)),
        "rungs": steps.offered(details, side, role, search),
    }
    return _page(request, seen, details, name, context)


def _opened(request: HttpRequest, public_id: str) -> tuple[Visit, Details]:
    seen = visit(request, public_id, PLACE, ANSWER)
    return seen, details_of([seen.enrolment])[seen.enrolment.pk]


def _save(seen: Visit, details: Details) -> None:
    change_enrolment(enrolment=seen.enrolment, details=details, actor=seen.actor, now=clock.now())


def _page(
    request: HttpRequest, seen: Visit, details: Details, name: str, context: Mapping[str, object]
) -> TemplateResponse:
    enrolment = seen.enrolment
    frame = {
        "enrolment": enrolment,
        "programme": enrolment.cohort.programme,
        "cohort": enrolment.cohort,
        "person": enrolment.person,
        "mentor": enrolment.role == "mentor",
        "step": ORDER.index(name) + 1,
        "steps": len(ORDER),
        "withdrawn": enrolment.state == EnrolmentState.WITHDRAWN,
        "people_may_ask": read_policy(enrolment.cohort.policy).consent.requests,
    }
    return TemplateResponse(request, f"invited/{name}.html", {**frame, **context})


def _language_names() -> list[tuple[str, str]]:
    column = 2 if (get_language() or "").startswith("it") else 1
    rows = (line.split("|") for line in TABLE.splitlines())
    return [(parts[0], parts[column]) for parts in rows]
