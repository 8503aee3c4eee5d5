"""Who may look at an enrolment here: the bearer of a link made for it, or the person themselves."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from viceversa.kernel import clock
from viceversa.kernel.actor import Actor
from viceversa.programmes.choices import LinkPurpose
from viceversa.programmes.models import Enrolment
from viceversa.programmes.queries import invitations
from viceversa.web import guards, linked

ANSWER, PLACE = LinkPurpose.ANSWER, LinkPurpose.PLACE


@dataclass(frozen=True, slots=True)
class Visit:
    """An enrolment somebody may look at, and in whose name what they do is recorded."""

    enrolment: Enrolment
    actor: Actor
    signed_in: bool


def name_of(public_id: str, purpose: str) -> str:
    """Return what a link opens: one enrolment for one purpose."""
    return f"enrolment {public_id} {purpose}"


def visit(request: HttpRequest, public_id: str, *purposes: LinkPurpose) -> Visit:
    """Return the visit of an enrolment for one of these purposes, or 404: never a hint."""
    if request.user.is_authenticated:
        own = invitations.own_enrolment(guards.user_of(request), public_id)
        if own is not None:
            return Visit(own, guards.actor(request), signed_in=True)
    for purpose in purposes:
        key = linked.opened(request, name_of(public_id, purpose))
        link = invitations.link_alive(key, clock.now())
        if link and link.purpose == purpose and link.enrolment.public_id == public_id:
            actor = Actor(kind="user", name=link.enrolment.person.name)
            return Visit(link.enrolment, actor, signed_in=False)
    raise Http404
