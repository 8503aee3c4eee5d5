"""A question about a pair, and three answers to it, each by a POST of the person asked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.choices import DeclineReason, ProposalState
from viceversa.matching.models import Offer
from viceversa.matching.queries.offers import asked
from viceversa.matching.rules.offers import FEWEST_REASONS, FEWEST_WORDS, LONGEST_WORDS
from viceversa.web.linked import private
from viceversa.web.offered.visits import Visit, visit

ANSWERS = ("yes", "on", "no", "later")


@private
@require_safe
def question(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Who it is about, what goes each way and why; looking has answered nothing."""
    seen = visit(request, public_id)
    shown = asked.question(seen.ask, clock.now())
    context = {
        "shown": shown,
        "ask": seen.ask,
        "mentor_first": ", ".join(person.first_name for person in shown.mentors),
        "mentee_first": ", ".join(person.first_name for person in shown.mentees),
        "mentor_full": ", ".join(person.name for person in shown.mentors),
        "mentee_full": ", ".join(person.name for person in shown.mentees),
        "cohort": seen.ask.enrolment.cohort,
        "programme": seen.ask.enrolment.cohort.programme,
        "later": [(days, _in_days(days)) for days in shown.later],
        "signed_in_here": seen.signed_in,
    }
    return TemplateResponse(request, "offered/question.html", context)


@private
@require_POST
def yes(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Agree."""
    seen = visit(request, public_id)
    offer = actions.say_yes(ask=seen.ask, now=clock.now())
    return _thanks(request, seen, "on" if offer.state == ProposalState.ACCEPTED else "yes", offer)


@private
@require_POST
def later(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Ask to be asked again after a time."""
    seen = visit(request, public_id)
    days = request.POST.get("days", "")
    chosen = int(days) if days.isdecimal() and len(days) < 4 else 0
    offer = actions.ask_later(ask=seen.ask, days=chosen, now=clock.now())
    return _thanks(request, seen, "later", offer)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def no(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Refuse; the page before it offers a reason, which nobody owes."""
    seen = visit(request, public_id)
    if request.method == "POST":
        offer = actions.say_no(
            ask=seen.ask,
            reason=request.POST.get("reason", ""),
            words=request.POST.get("words", ""),
            now=clock.now(),
        )
        return _thanks(request, seen, "no", offer)
    shown = asked.question(seen.ask, clock.now())
    if not shown.waiting:
        return redirect("offered:question", public_id)
    context = {
        "ask": seen.ask,
        "shown": shown,
        "programme": seen.ask.enrolment.cohort.programme,
        "reasons": DeclineReason.choices,
        "fewest": FEWEST_REASONS,
        "fewest_words": FEWEST_WORDS,
        "longest": LONGEST_WORDS,
    }
    return TemplateResponse(request, "offered/no.html", context)


@private
@require_safe
def thanks(request: HttpRequest, answer: str) -> TemplateResponse:
    """What happens now, once an answer was given by a link; the link itself has ended."""
    if answer not in ANSWERS:
        raise Http404
    return TemplateResponse(request, "offered/thanks.html", {"answer": answer})


def _thanks(request: HttpRequest, seen: Visit, answer: str, offer: Offer) -> HttpResponseBase:
    """Lead on: to one’s own pages, or where there is no account to a page of thanks."""
    if not seen.signed_in:
        return redirect("offered:thanks", answer)
    if answer == "on" and offer.relationship:
        messages.success(request, _("It is on: everybody has said yes."))
        return redirect("participant:together", offer.relationship.public_id)
    words = {
        "yes": _("Thank you. You are told as soon as everybody has answered."),
        "no": _("Thank you for answering. Nobody learns who said no; your place is kept."),
        "later": _("We ask you again then. Until then there is nothing to do."),
    }
    messages.success(request, words.get(answer, words["yes"]))
    return redirect("participant:home")


def _in_days(days: int) -> str:
    if days % 7:
        return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}
    weeks = days // 7
    return ngettext("in %(count)s week", "in %(count)s weeks", weeks) % {"count": weeks}
