"""Asking one of the people suggested, and taking that back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.requests import ask_partner, take_request_back
from viceversa.matching.actions.requests.asking import TO_ANSWER
from viceversa.matching.queries.offers.suggesting import Suggestion, search
from viceversa.matching.rules.offers import LONGEST_WORDS
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries.invitations import own_enrolment
from viceversa.web import guards


@guards.signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, public_id: str, other_id: str) -> HttpResponseBase:
    """GET: who it is and what would go each way. POST: ask; only who was suggested can be asked."""
    mine = _own_or_404(request, public_id)
    suggested = _suggested(mine, other_id)
    if suggested is None:
        return _too_late(request)
    if request.method == "POST":
        return _ask(request, mine, suggested)
    mentor, mentee = mine.person, suggested.enrolment.person
    if mine.role == "mentee":
        mentor, mentee = mentee, mentor
    context = {
        "mine": mine,
        "suggested": suggested,
        "mentor": mentor,
        "mentee": mentee,
        "days": TO_ANSWER.days,
        "longest": LONGEST_WORDS,
    }
    return TemplateResponse(request, "participant/partners/ask.html", context)


@guards.signed_in
@require_POST
def take_back(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Take one’s open request back."""
    mine = _own_or_404(request, public_id)
    take_request_back(enrolment=mine, now=clock.now())
    messages.success(request, _("Taken back. You may ask somebody else."))
    return redirect("participant:partners")


def _ask(request: HttpRequest, mine: Enrolment, suggested: Suggestion) -> HttpResponseBase:
    words = request.POST.get("words", "")
    try:
        ask_partner(enrolment=mine, other=suggested.enrolment, words=words, now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        name = suggested.enrolment.person.name
        messages.success(request, _("%(name)s is asked now, privately.") % {"name": name})
    return redirect("participant:partners")


def _own_or_404(request: HttpRequest, public_id: str) -> Enrolment:
    mine = own_enrolment(guards.user_of(request), public_id)
    if mine is None:
        raise Http404
    return mine


def _suggested(mine: Enrolment, other_id: str) -> Suggestion | None:
    found = search(mine).suggestions
    return next((each for each in found if each.enrolment.public_id == other_id), None)


def _too_late(request: HttpRequest) -> HttpResponseBase:
    messages.info(request, _("This person is not among those who would suit now."))
    return redirect("participant:partners")
