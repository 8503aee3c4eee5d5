"""Further pages of a solved round: everybody left out, every alternative for one mentee."""

from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from viceversa.access.permissions import Permission
from viceversa.matching.queries import explanation
from viceversa.matching.queries.candidates import enrolment
from viceversa.matching.queries.left_out import left_out as waiting
from viceversa.matching.queries.remedies import helped
from viceversa.programmes.choices import Role
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.rounds import showing_pair
from viceversa.web.coordinator.rounds.finding import pair_of, round_or_404
from viceversa.web.coordinator.rounds.reviewing import changeable, with_line

MOST = 25  # alternatives on their page; each is solved again in full


@guards.requires(Permission.ROUND_READ)
def left_out(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Everybody of one role whom the round leaves out, searched and paged."""
    round = round_or_404(public_id)
    role = "mentor" if request.GET.get("role") == "mentor" else "mentee"
    search = request.GET.get("q", "").strip()
    page = waiting(round, role, search, number(request.GET.get("page", ""), 1))
    context = {
        "round": round,
        "role": role,
        "roles": Role.choices,
        "search": search,
        "page": page,
        "people": with_line(list(page.object_list)),
        "title": _("Mentees not paired") if role == "mentee" else _("Mentors without a mentee"),
    }
    return TemplateResponse(request, "coordinator/rounds/left_out.html", context)


@guards.requires(Permission.ROUND_READ)
def help_for(request: HttpRequest, public_id: str) -> TemplateResponse:
    """One person left out: who competes for what, and the changes that would help, each proven."""
    round = round_or_404(public_id)
    who = request.GET.get("who", "")
    someone = enrolment(round.cohort, who, "mentee") or enrolment(round.cohort, who, "mentor")
    found = helped(round, someone) if someone else None
    if found is None:
        raise Http404
    context = {"round": round, "helped": found, "person": found.waiting.enrolment.person}
    return TemplateResponse(request, "coordinator/rounds/help.html", context)


@guards.requires(Permission.ROUND_READ)
def alternatives(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Every alternative for the mentee of a pair, with its exact cost."""
    round = round_or_404(public_id)
    pair = pair_of(round, request.GET.get("pair", ""))
    explained = explanation.explain(round, *pair) if pair else None
    if explained is None:
        raise Http404
    found = explanation.alternatives(round, explained.mentee, MOST)
    context = {
        "round": round,
        "explained": explained,
        "changeable": changeable(request, round),
        "alternatives": showing_pair.others(found, explained.mentee.person.first_name),
        "blocked": [showing_pair.held(each) for each in explained.blocked],
    }
    return TemplateResponse(request, "coordinator/rounds/alternatives.html", context)
