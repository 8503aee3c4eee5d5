"""What the answers lead to: the next question, a relationship, or back to the queue.

Every line of the audit is the system’s own: it says what became of an offer, never whose word it
was. Once an offer came to nothing, the answers themselves are gone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import F, QuerySet

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.matching.actions.offers import letters
from viceversa.matching.actions.offers.openings import opening_of
from viceversa.matching.choices import ProposalState, Said
from viceversa.matching.models import Ask, Offer
from viceversa.matching.queries.offers.readiness import gone, is_in_the_way
from viceversa.matching.rules import offers as rules
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.models import Enrolment
from viceversa.programmes.rules.policy import read as read_policy
from viceversa.relationships.actions import open_relationship
from viceversa.relationships.choices import Format, Origin
from viceversa.relationships.models import Relationship

REFUSED = {"declined": ProposalState.DECLINED, "lapsed": ProposalState.LAPSED}
VERBS = {
    ProposalState.DECLINED: Verb.PROPOSAL_DECLINED,
    ProposalState.LAPSED: Verb.PROPOSAL_LAPSED,
}


def locked(offer_id: int) -> Offer:
    """Return an offer locked for a change, with its cohort and round."""
    offers = Offer.objects.select_for_update(of=("self",))
    return offers.select_related("cohort__programme", "round").get(pk=offer_id)


def _free(offer_id: int) -> Offer | None:
    """Return an offer locked, or None where somebody else is at it: two must not wait in a ring."""
    offers = Offer.objects.select_for_update(of=("self",), skip_locked=True)
    return offers.select_related("cohort__programme", "round").filter(pk=offer_id).first()


def asks_of(offer: Offer) -> list[Ask]:
    """Return everybody of an offer in the order they are asked, people loaded."""
    rows = Ask.objects.filter(offer=offer).select_related("enrolment__person")
    asks = list(rows.order_by("turn", "position"))
    for ask in asks:
        ask.offer = offer
    return asks


def advance(offer: Offer, now: datetime) -> Offer:
    """Do what the answers of an open, locked offer ask for, after somebody answered or left."""
    asks = asks_of(offer)
    left = gone([ask.enrolment for ask in asks])
    for ask in asks:
        if ask.enrolment_id in left and ask.said not in (Said.NO, Said.SILENT):
            ask.said, ask.ask_again_on = Said.SILENT, None
            ask.save(update_fields=["said", "ask_again_on"])
    turns = [rules.Turn(a.enrolment.role, a.asked_at is not None, _said(a)) for a in asks]
    match rules.outcome(turns, circle=offer.format == Format.CIRCLE):
        case "next":
            _ask_next(offer, asks, now)
        case "open":
            agreed = [ask for ask in asks if ask.said == Said.YES]
            if is_in_the_way(offer, [ask.enrolment for ask in agreed]):
                settle(offer, asks, ProposalState.LAPSED, now)
            else:
                _open(offer, asks, agreed, now)
        case "declined" | "lapsed" as refused:
            settle(offer, asks, REFUSED[refused], now)
    return offer


def settle(
    offer: Offer,
    asks: Sequence[Ask],
    state: ProposalState,
    now: datetime,
    *,
    taken_back: bool = False,
) -> None:
    """End an offer that came to nothing: everybody back to the queue, first in the next round."""
    _close(offer, state, now, taken_back=taken_back)
    offer.proposals.update(state=state)
    tell = [ask for ask in asks if ask.asked_at and ask.said != Said.NO]
    if not offer.is_request:
        _back_to_the_queue(asks)
    elif not taken_back:  # whoever was asked by a person and kept silent hears nothing more
        tell = [ask for ask in tell if ask.turn == 1]
    else:
        tell = []
    left = gone([ask.enrolment for ask in asks])
    for ask in tell:
        if ask.enrolment_id not in left and (ask.last_sent_at or offer.is_request):
            letters.tell_it_is_over(ask=ask, now=now)
    _forget(Ask.objects.filter(offer=offer))


def _open(offer: Offer, asks: Sequence[Ask], agreed: Sequence[Ask], now: datetime) -> None:
    """Open the relationship of those who said yes, and tell them."""
    relationship = open_relationship(
        cohort=offer.cohort,
        opening=opening_of(offer, agreed),
        origin=Origin.REQUEST if offer.is_request else Origin.ROUND,
        origin_id=offer.round.public_id if offer.round else "",
        actor=SYSTEM,
        now=now,
    )
    offer.relationship = relationship
    _close(offer, ProposalState.ACCEPTED, now)
    _settle_proposals(offer, asks)
    keys = [ask.enrolment_id for ask in agreed]
    Enrolment.objects.filter(pk__in=keys, waiting__gt=0).update(waiting=0)
    others = [ask for ask in asks if ask.said != Said.YES]
    _back_to_the_queue(others)
    _forget(Ask.objects.filter(pk__in=[ask.pk for ask in others]))
    _tell_them(agreed, relationship, now)
    _end_requests_without_room(keys, now)


def _tell_them(agreed: Sequence[Ask], relationship: Relationship, now: datetime) -> None:
    for ask in agreed:
        others = [each.enrolment for each in agreed if each.pk != ask.pk]
        letters.tell_it_is_on(ask=ask, relationship=relationship, others=others, now=now)


def _ask_next(offer: Offer, asks: Sequence[Ask], now: datetime) -> None:
    """Let the turn come to those not asked yet, and write to them."""
    days = read_policy(offer.cohort.policy).consent.answer_days
    for ask in asks:
        if ask.asked_at is None and ask.said == Said.NOTHING:
            ask.asked_at, ask.expires_at = now, now + timedelta(days=days)
            ask.save(update_fields=["asked_at", "expires_at"])
            letters.write_question(ask=ask, reminder=False, now=now)


def _close(offer: Offer, state: ProposalState, now: datetime, *, taken_back: bool = False) -> None:
    offer.state, offer.settled_at, offer.taken_back = state, now, taken_back
    offer.save(update_fields=["state", "settled_at", "taken_back", "relationship"])
    letters.revoke_links(offer=offer, now=now)
    record(
        actor=SYSTEM,
        now=now,
        verb=VERBS.get(state, Verb.PROPOSAL_ACCEPTED),
        subject=f"offer:{offer.public_id}",
        round=offer.round.public_id if offer.round else "",
        taken_back=taken_back,
    )


def _settle_proposals(offer: Offer, asks: Sequence[Ask]) -> None:
    """Give each pair of an opened offer its own state: in a duo one mentor may not have agreed."""
    state = {
        Said.YES: ProposalState.ACCEPTED,
        Said.NO: ProposalState.DECLINED,
    }
    for ask in asks:
        if ask.enrolment.role == "mentor":
            reached = state.get(Said(ask.said), ProposalState.LAPSED)
            offer.proposals.filter(mentor=ask.enrolment_id).update(state=reached)


def _back_to_the_queue(asks: Sequence[Ask]) -> None:
    keys = [ask.enrolment_id for ask in asks]
    there = Enrolment.objects.filter(pk__in=keys, state=EnrolmentState.ADMITTED)
    there.update(waiting=F("waiting") + 1)


def _forget(asks: QuerySet[Ask]) -> None:
    """Wipe who said what."""
    asks.update(said=Said.NOTHING, answered_at=None, ask_again_on=None, reminders=0)


def _end_requests_without_room(enrolments: Sequence[int], now: datetime) -> None:
    """End the open requests by or to people whose last place has just been taken.

    One that is being answered at this moment is judged by that answer.
    """
    asks = Ask.objects.filter(
        enrolment__in=enrolments, offer__round=None, offer__state=ProposalState.OFFERED
    )
    for key in sorted(set(asks.values_list("offer_id", flat=True))):
        offer = _free(key)
        people = asks_of(offer) if offer else []
        if offer and offer.is_open and is_in_the_way(offer, [ask.enrolment for ask in people]):
            settle(offer, people, ProposalState.LAPSED, now)


def _said(ask: Ask) -> rules.Said:
    return ask.said  # type: ignore[return-value]  # a value of the same words
