"""Who would suit, who asks for me, and wishing for a topic."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.requests import wish_for_topic
from viceversa.matching.queries.offers.asked import asks_under_way, open_questions
from viceversa.matching.queries.offers.suggesting import searches
from viceversa.programmes.queries import topics
from viceversa.programmes.queries.invitations import own_enrolment, person_of
from viceversa.web import guards


@guards.signed_in
@require_safe
def partners(request: HttpRequest) -> TemplateResponse:
    """One’s places, each with people to ask or the answer that is awaited."""
    person = person_of(guards.user_of(request))
    found = searches(person) if person else []
    context = {
        "person": person,
        "questions": open_questions(asks_under_way(person), clock.now()) if person else [],
        "searches": found,
        "today": timezone.localdate(clock.now()),
        "topics": topics.choices(gives_back=False) if found else [],
    }
    return TemplateResponse(request, "participant/partners/partners.html", context)


@guards.signed_in
@require_POST
def topic(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Put a topic at the head of one’s wishes."""
    enrolment = own_enrolment(guards.user_of(request), public_id)
    if enrolment is None:
        raise Http404
    code = request.POST.get("topic", "")
    try:
        wish_for_topic(enrolment=enrolment, code=code, actor=guards.actor(request), now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Your wish counts from now on, here and in the next round."))
    return redirect("participant:partners")
