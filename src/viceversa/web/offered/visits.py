"""Who may look at a question: the bearer of a link made for it, or the person asked themselves."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from viceversa.kernel import clock
from viceversa.matching.models import Ask
from viceversa.matching.queries.offers import asked
from viceversa.web import guards, linked


@dataclass(frozen=True, slots=True)
class Visit:
    """A question somebody may look at and answer."""

    ask: Ask
    signed_in: bool


def name_of(public_id: str) -> str:
    """Return what a link opens: one question."""
    return f"question {public_id}"


def visit(request: HttpRequest, public_id: str) -> Visit:
    """Return the visit of a question, or 404: never a hint. Each request asks the link again."""
    if request.user.is_authenticated:
        own = asked.own_ask(guards.user_of(request), public_id)
        if own is not None:
            return Visit(own, signed_in=True)
    link = asked.link_alive(linked.opened(request, name_of(public_id)), clock.now())
    if link is None or link.ask.public_id != public_id:
        raise Http404
    return Visit(link.ask, signed_in=False)
