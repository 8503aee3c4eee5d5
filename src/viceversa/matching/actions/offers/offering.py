"""From the answer of a round to the questions it puts to people; nobody is written to here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from viceversa.audit.actions import record_each
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.models import Ask, Offer, Proposal, Round
from viceversa.programmes.models import Enrolment
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.relationships.choices import Format

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Together:
    """People to be asked together: `seats` in the order they are asked, each with a turn."""

    format: Format
    seats: Sequence[tuple[Enrolment, int]]
    exchange: dict[str, list[str]] = field(default_factory=dict)
    proposals: Sequence[Proposal] = ()
    faults: Sequence[str] = ()


def offer_together(
    *, round: Round, groups: Sequence[Together], actor: Actor, now: datetime
) -> list[Offer]:
    """Put a question to each group; those of the first turn have their time from now on.

    The letters are written by `tend_offers`, which whoever publishes calls right after.
    """
    until = now + timedelta(days=read_policy(round.cohort.policy).consent.answer_days)
    offers = Offer.objects.bulk_create(
        [_offer(round, group, now) for group in groups], batch_size=CHUNK
    )
    Ask.objects.bulk_create(
        [
            ask
            for offer, group in zip(offers, groups, strict=True)
            for ask in _asks(offer, group, now, until)
        ],
        batch_size=CHUNK,
    )
    for offer, group in zip(offers, groups, strict=True):
        for proposal in group.proposals:
            proposal.offer = offer
    proposals = [proposal for group in groups for proposal in group.proposals]
    Proposal.objects.bulk_update(proposals, ["offer"], batch_size=CHUNK)
    record_each(
        actor=actor,
        now=now,
        verb=Verb.PROPOSAL_OFFERED,
        acts=[
            (f"offer:{offer.public_id}", {"round": round.public_id, "format": offer.format})
            for offer in offers
        ],
    )
    return offers


def _offer(round: Round, group: Together, now: datetime) -> Offer:
    return Offer(
        cohort=round.cohort,
        round=round,
        format=group.format,
        exchange=group.exchange,
        faults=list(group.faults),
        offered_at=now,
    )


def _asks(offer: Offer, group: Together, now: datetime, until: datetime) -> list[Ask]:
    """Return the questions of a group, those of the first turn asked at once."""
    return [
        Ask(
            offer=offer,
            enrolment=enrolment,
            turn=turn,
            position=position,
            asked_at=now if turn == 1 else None,
            expires_at=until if turn == 1 else None,
        )
        for position, (enrolment, turn) in enumerate(group.seats)
    ]
