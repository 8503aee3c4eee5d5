"""The answers to a published round: states and dates, never whose word it was."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST

from viceversa.access.permissions import Permission
from viceversa.kernel import clock
from viceversa.kernel.errors import UnableTo
from viceversa.matching import actions
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Offer
from viceversa.matching.queries.offers import answers as queries
from viceversa.matching.queries.rounds import startable
from viceversa.matching.rules.offers import FEWEST_REASONS, FEWEST_WORDS
from viceversa.web import guards
from viceversa.web.asked import number
from viceversa.web.coordinator.rounds.finding import round_or_404


@guards.requires(Permission.ROUND_READ)
def every(request: HttpRequest, public_id: str) -> TemplateResponse:
    """Where each question of the round stands, and what people gave as reasons, in sum."""
    round = round_or_404(public_id)
    if round.state != RoundState.PUBLISHED:
        raise Http404
    counts = queries.answers(round)
    show = request.GET.get("show", "")
    show = show if show in queries.SHOWS else ""
    context = {
        "round": round,
        "answers": counts,
        "show": show,
        "shows": [
            ("", pgettext("pairs", "All"), counts.all),
            ("asked", _("Being asked"), counts.asked),
            ("on", _("Begun"), counts.on),
            ("back", pgettext("pairs", "Back"), counts.back),
        ],
        "page": queries.lines(round, show, number(request.GET.get("page", ""), 1)),
        "reasons": queries.reasons(round.cohort),
        "own_words": queries.own_words(round.cohort),
        "fewest": FEWEST_REASONS,
        "fewest_words": FEWEST_WORDS,
        "may_prepare": guards.may(request, Permission.ROUND_CHANGE)
        and bool(startable(round.cohort)),
        "may_act": guards.may(request, Permission.ROUND_PUBLISH),
    }
    return TemplateResponse(request, "coordinator/rounds/answers.html", context)


@guards.requires(Permission.ROUND_PUBLISH)
@require_POST
def write_again(request: HttpRequest, public_id: str, offer_id: str) -> HttpResponseBase:
    """Send the question once more to whoever has not answered."""
    offer = _offer_or_404(public_id, offer_id)
    if actions.write_again(offer=offer, actor=guards.actor(request), now=clock.now()):
        messages.success(request, _("The question is on its way again."))
    else:
        messages.info(request, _("Nothing was sent: it is settled, or a letter left today."))
    return redirect("rounds:answers", public_id)


@guards.requires(Permission.ROUND_PUBLISH)
@require_POST
def take_back(request: HttpRequest, public_id: str, offer_id: str) -> HttpResponseBase:
    """Take a question back."""
    offer = _offer_or_404(public_id, offer_id)
    try:
        actions.take_back(offer=offer, actor=guards.actor(request), now=clock.now())
    except UnableTo as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back; its people come first in the next round."))
    return redirect("rounds:answers", public_id)


def _offer_or_404(public_id: str, offer_id: str) -> Offer:
    offer = queries.one(round_or_404(public_id), offer_id)
    if offer is None:
        raise Http404
    return offer
