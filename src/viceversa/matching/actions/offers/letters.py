"""The letters of an offer, each with a fresh personal link; nobody is named before both agreed."""

from collections.abc import Mapping
from datetime import datetime

from viceversa.kernel import links
from viceversa.matching.models import Ask, Offer, OfferLink
from viceversa.notifications.actions import Kind, enqueue
from viceversa.programmes.actions.invitation_letters import recipient_of
from viceversa.programmes.models import Enrolment
from viceversa.relationships.models import Relationship

ENTRANCE = "/o/{token}/"  # the one address that carries a token
TOGETHER = "/together/{public_id}/"
PARTNERS = "/partners/"
FIRST_WORD_DAYS = 7  # within which the senior writes first


def issue_link(*, ask: Ask, now: datetime) -> str:
    """Make a link to one question and return its path; the token is not kept anywhere else."""
    assert ask.expires_at is not None  # the turn has come
    token = links.issue(OfferLink, ask=ask, expires_at=ask.expires_at, now=now)
    return ENTRANCE.format(token=token)


def revoke_links(*, offer: Offer, now: datetime, ask: Ask | None = None) -> None:
    """End the links of an offer, or of one question of it."""
    every = OfferLink.objects.filter(ask__offer=offer)
    links.revoke(every.filter(ask=ask) if ask else every, now)


def write_question(*, ask: Ask, reminder: bool, now: datetime) -> None:
    """Ask somebody by a letter, or remind them; `ask` is saved with the moment."""
    ask.last_sent_at = now
    ask.save(update_fields=["last_sent_at", "reminders"])
    request = ask.offer.is_request
    first = Kind.REQUEST_ASKED if request else Kind.PROPOSAL_ASKED
    again = Kind.REQUEST_REMINDER if request else Kind.PROPOSAL_REMINDER
    facts = {"path": issue_link(ask=ask, now=now), "until": ask.expires_at}
    _send(again if reminder else first, ask.enrolment, ask.offer, facts, now)


def tell_it_is_on(
    *, ask: Ask, relationship: Relationship, others: list[Enrolment], now: datetime
) -> None:
    """Tell somebody who said yes that everybody did, and who writes first."""
    facts = {
        "partners": [{"name": each.person.name, "email": each.person.email} for each in others],
        "circle": relationship.format == "circle",
        "path": TOGETHER.format(public_id=relationship.public_id),
        "days": FIRST_WORD_DAYS,
    }
    _send(Kind.PROPOSAL_ON, ask.enrolment, ask.offer, facts, now)


def tell_it_is_over(*, ask: Ask, now: datetime) -> None:
    """Tell somebody gently that it did not come about; never who said what."""
    request = ask.offer.is_request
    kind = Kind.REQUEST_OVER if request else Kind.PROPOSAL_OVER
    _send(kind, ask.enrolment, ask.offer, {"path": PARTNERS if request else "/home/"}, now)


def _send(
    kind: Kind, enrolment: Enrolment, offer: Offer, facts: Mapping[str, object], now: datetime
) -> None:
    recipient = recipient_of(enrolment.person)
    if recipient is None:
        return
    cohort = offer.cohort
    enqueue(
        kind=kind,
        recipient=recipient,
        context={
            "programme": cohort.programme.name,
            "cohort": cohort.name,
            "role": enrolment.role,
            "format": offer.format,
            **facts,
        },
        about=f"offer:{offer.public_id}",
        now=now,
    )
