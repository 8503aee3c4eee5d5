"""From people who all said yes to what is opened: seats, exchange, rules set aside."""

from collections.abc import Sequence

from viceversa.matching.models import Ask, Decision, Offer, Proposal
from viceversa.relationships.actions import Opening, Seat
from viceversa.relationships.choices import Format, MemberRole


def opening_of(offer: Offer, agreed: Sequence[Ask]) -> Opening:
    """Return what an offer opens with those who agreed; of a duo perhaps a pair."""
    ordered = sorted(agreed, key=lambda ask: (ask.enrolment.role != "mentor", ask.position))
    seats = [Seat(a.enrolment.person, MemberRole(a.enrolment.role), a.enrolment) for a in ordered]
    if offer.format == Format.CIRCLE:
        return Opening(seats=seats, format=Format.CIRCLE)
    mentors = {ask.enrolment_id for ask in agreed}
    proposals = list(offer.proposals.filter(mentor__in=mentors).order_by("pk"))
    if not proposals:  # a request
        return Opening(seats=seats, exchange=offer.exchange)
    set_aside = _set_aside(offer, proposals)
    return Opening(
        seats=seats,
        exchange=joined(proposals),
        overridden_rules=sorted({rule for decision in set_aside for rule in decision.rules}),
        override_reason="\n".join(decision.reason for decision in set_aside),
    )


def joined(proposals: Sequence[Proposal]) -> dict[str, list[str]]:
    """Return what goes each way in one or two proposals of the same mentee, each topic once."""
    return {
        side: list(dict.fromkeys(code for p in proposals for code in p.exchange.get(side, ())))
        for side in ("mentor", "mentee")
    }


def _set_aside(offer: Offer, proposals: Sequence[Proposal]) -> list[Decision]:
    """Return the coordinator’s exceptions for these pairs."""
    pairs = {(proposal.mentor_id, proposal.mentee_id) for proposal in proposals}
    decisions = Decision.objects.filter(round=offer.round).order_by("pk")
    return [d for d in decisions if d.override and (d.mentor_id, d.mentee_id) in pairs]
