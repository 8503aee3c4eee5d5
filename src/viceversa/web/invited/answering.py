"""The invitation: what the sponsor writes, and three answers, each by a POST of the person."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.programmes.actions import invitation_answers as actions
from viceversa.programmes.choices import Answer, DeclineReason, EnrolmentState
from viceversa.programmes.models import Invitation
from viceversa.programmes.queries import invitations
from viceversa.programmes.queries.champions import champions
from viceversa.programmes.rules.invitation import LATER_DAYS
from viceversa.programmes.rules.invitation_words import paragraphs
from viceversa.programmes.rules.timeline import RHYTHMS
from viceversa.web.invited.visits import ANSWER, Visit, visit
from viceversa.web.linked import private


@private
@require_safe
def invitation(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The letter with its three answers; who has a place already goes on to it."""
    seen, asked = _asked(request, public_id)
    enrolment = seen.enrolment
    if enrolment.state in (EnrolmentState.APPLIED, EnrolmentState.ADMITTED):
        return redirect("invited:profile", public_id)
    cohort = enrolment.cohort
    language = "it" if (get_language() or "").startswith("it") else "en"
    words = invitations.letters(invitations.plan_of(cohort), enrolment.role)[language]
    context = {
        "enrolment": enrolment,
        "cohort": cohort,
        "programme": cohort.programme,
        "invitation": asked,
        "champions": champions([cohort]),
        "paragraphs": paragraphs(words),
        "rhythm": RHYTHMS[cohort.preset],
        "later": [(days, _in_days(days)) for days in LATER_DAYS],
        "declined": asked.answer == Answer.NO,
        "accepted": asked.answer == Answer.YES,
    }
    return TemplateResponse(request, "invited/invitation.html", context)


@private
@require_POST
def accept(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Say yes and go on to the profile."""
    seen, asked = _asked(request, public_id)
    actions.accept(invitation=asked, actor=seen.actor, now=clock.now())
    return redirect("invited:topics", public_id)


@private
@require_POST
def later(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Ask to be asked again after a time."""
    seen, asked = _asked(request, public_id)
    days = request.POST.get("days", "")
    chosen = int(days) if days.isdecimal() else 0
    actions.later(invitation=asked, days=chosen, actor=seen.actor, now=clock.now())
    messages.success(request, _("We ask you again then. Until then there is nothing to do."))
    return redirect("invited:invitation", public_id)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Say no; the page before it offers a reason, which nobody owes."""
    seen, asked = _asked(request, public_id)
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        actions.decline(invitation=asked, reason=reason, actor=seen.actor, now=clock.now())
        return redirect("invited:invitation", public_id)
    context = {
        "enrolment": seen.enrolment,
        "programme": seen.enrolment.cohort.programme,
        "reasons": DeclineReason.choices,
        "reason_given": asked.reason_given,
    }
    return TemplateResponse(request, "invited/decline.html", context)


def _asked(request: HttpRequest, public_id: str) -> tuple[Visit, Invitation]:
    seen = visit(request, public_id, ANSWER)
    asked = invitations.invitation_of(seen.enrolment)
    if asked is None or asked.revoked_at is not None:
        raise Http404
    return seen, asked


def _in_days(days: int) -> str:
    if days % 7:
        return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}
    weeks = days // 7
    return ngettext("in %(count)s week", "in %(count)s weeks", weeks) % {"count": weeks}
