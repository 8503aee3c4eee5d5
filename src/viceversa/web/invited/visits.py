"""Who may look at an enrolment here: the bearer of a link made for it, or the person themselves.

A token stands in one address only, `/i/<token>/`, which shows nothing: it notes the link in the
session and goes on to a page without it. Each later request asks again whether the link still
holds, so that one taken back or run out ends at once.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from viceversa.kernel import clock
from viceversa.kernel.actor import Actor
from viceversa.programmes.choices import LinkPurpose
from viceversa.programmes.models import Enrolment, PersonalLink
from viceversa.programmes.queries import invitations
from viceversa.web import guards, linked

LINKS = "personal_links"  # in the session: {enrolment: {purpose: link}}
ANSWER, PLACE = LinkPurpose.ANSWER, LinkPurpose.PLACE


@dataclass(frozen=True, slots=True)
class Visit:
    """An enrolment somebody may look at, and in whose name what they do is recorded."""

    enrolment: Enrolment
    actor: Actor
    signed_in: bool


def remember(request: HttpRequest, link: PersonalLink) -> None:
    """Note an opened link in the session, under a fresh key where nobody is signed in."""
    linked.fresh_session(request)
    links = request.session.get(LINKS, {})
    links.setdefault(link.enrolment.public_id, {})[link.purpose] = link.pk
    request.session[LINKS] = links


def visit(request: HttpRequest, public_id: str, *purposes: LinkPurpose) -> Visit:
    """Return the visit of an enrolment for one of these purposes, or 404: never a hint."""
    if request.user.is_authenticated:
        own = invitations.own_enrolment(guards.user_of(request), public_id)
        if own is not None:
            return Visit(own, guards.actor(request), signed_in=True)
    noted = request.session.get(LINKS, {}).get(public_id, {})
    for purpose in purposes:
        link = invitations.link_alive(noted.get(purpose.value, 0), clock.now())
        if link and link.purpose == purpose and link.enrolment.public_id == public_id:
            actor = Actor(kind="user", name=link.enrolment.person.name)
            return Visit(link.enrolment, actor, signed_in=False)
    raise Http404
