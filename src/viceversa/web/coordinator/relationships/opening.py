"""Opening a relationship by hand: choose a cohort, two people, read the rules, decide."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions import open_by_hand
from viceversa.matching.queries.by_hand import hand_pair
from viceversa.matching.queries.candidates import candidates, enrolment
from viceversa.programmes.choices import Role
from viceversa.programmes.models import Cohort
from viceversa.programmes.queries import cohorts
from viceversa.web import guards


@guards.requires(Permission.RELATIONSHIP_OPEN)
@require_http_methods(["GET", "HEAD", "POST"])
def by_hand(request: HttpRequest) -> HttpResponseBase:
    """The page builds up from its address: cohort, then mentor and mentee, then the judgement."""
    given = request.POST if request.method == "POST" else request.GET
    cohort = cohorts.by_public_id(given.get("cohort", ""))
    mistake = None
    if request.method == "POST" and cohort:
        try:
            return _open(request, cohort)
        except UnableTo as error:
            mistake = error
    context = {
        "open_cohorts": cohorts.open_cohorts(),
        "cohort": cohort,
        "mistake": mistake,
        "reason": given.get("reason", ""),
        **(_people(request, cohort) if cohort else {}),
    }
    status = 409 if mistake else 200
    return TemplateResponse(request, "coordinator/relationships/open.html", context, status=status)


def _people(request: HttpRequest, cohort: Cohort) -> dict[str, object]:
    """Who is chosen, who was found, and what the rules say of the two."""
    given = request.POST if request.method == "POST" else request.GET
    mentor = enrolment(cohort, given.get("mentor", ""), Role.MENTOR)
    mentee = enrolment(cohort, given.get("mentee", ""), Role.MENTEE)
    sides = [
        {
            "role": role,
            "title": title,
            "chosen": chosen,
            "other": other,
            "other_role": other_role,
            "search": given.get(f"{role}_q", "").strip(),
            "found": []
            if chosen
            else candidates(cohort, role, given.get(f"{role}_q", "").strip(), other),
        }
        for role, title, chosen, other_role, other in (
            (Role.MENTOR.value, _("Mentor"), mentor, Role.MENTEE.value, mentee),
            (Role.MENTEE.value, _("Mentee"), mentee, Role.MENTOR.value, mentor),
        )
    ]
    pair = hand_pair(mentor, mentee) if mentor and mentee else None
    return {"sides": sides, "mentor": mentor, "mentee": mentee, "pair": pair}


def _open(request: HttpRequest, cohort: Cohort) -> HttpResponseBase:
    """Open it and go to its page."""
    mentor = enrolment(cohort, request.POST.get("mentor", ""), Role.MENTOR)
    mentee = enrolment(cohort, request.POST.get("mentee", ""), Role.MENTEE)
    if mentor is None or mentee is None:
        return redirect(f"{reverse('relationships:open')}?cohort={cohort.public_id}")
    relationship = open_by_hand(
        mentor=mentor,
        mentee=mentee,
        override=request.POST.get("override") == "1",
        reason=request.POST.get("reason", ""),
        actor=guards.actor(request),
        now=clock.now(),
    )
    messages.success(
        request,
        _("Relationship opened between %(mentor)s and %(mentee)s.")
        % {"mentor": mentor.person.name, "mentee": mentee.person.name},
    )
    return redirect("relationships:one", relationship.public_id)
