"""From an address to a round and a pair, or 404; and what happens when a change comes too late."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django_htmx.middleware import HtmxDetails

from viceversa.kernel.errors import UnableTo
from viceversa.matching.models import Round
from viceversa.matching.queries.candidates import enrolment
from viceversa.matching.queries.rounds import by_public_id
from viceversa.programmes.choices import Role
from viceversa.programmes.models import Enrolment
from viceversa.web.asked import number


class HtmxRequest(HttpRequest):
    """A request as django-htmx hands it on."""

    htmx: HtmxDetails


type Pair = tuple[Enrolment, Enrolment]


def round_or_404(public_id: str) -> Round:
    """Return the round of that address with its cohort and programme."""
    round = by_public_id(public_id)
    if round is None:
        raise Http404
    return round


def version(request: HttpRequest) -> int:
    """Return which version of the round the page was drawn from; 0, never a version, if unsaid."""
    return number(request.POST.get("version", ""), 0)


def pair_of(round: Round, address: str) -> Pair | None:
    """Return mentor and mentee of `mentor.mentee` (public ids of enrolments), or None."""
    mentor_id, _, mentee_id = address.partition(".")
    mentor = enrolment(round.cohort, mentor_id, Role.MENTOR)
    mentee = enrolment(round.cohort, mentee_id, Role.MENTEE)
    return (mentor, mentee) if mentor and mentee else None


def pair_or_404(round: Round, address: str) -> Pair:
    """Return mentor and mentee of an address."""
    pair = pair_of(round, address)
    if pair is None:
        raise Http404
    return pair


def page_of(round: Round, pair: str = "", anchor: str = "") -> str:
    """Return the address of a round's page, with a pair shown if one is named."""
    query = f"?{urlencode({'pair': pair})}" if pair else ""
    return reverse("rounds:round", args=[round.public_id]) + query + (anchor and f"#{anchor}")


def tells_when_too_late(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A change that cannot be made leads back to the round as it is now, with the reason said."""

    @wraps(view)
    def told(request: HttpRequest, public_id: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, public_id, *args, **kwargs)
        except UnableTo as error:
            messages.error(request, " ".join([str(error.message), *map(str, error.details)]))
            round = round_or_404(public_id)
            return redirect(page_of(round, request.POST.get("pair", "")))

    return told
