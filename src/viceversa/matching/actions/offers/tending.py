"""Keeping at it: first letters, reminders, what has lapsed, who has left; and taking back."""

import logging
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.changing import note_change
from viceversa.matching.actions.offers import letters
from viceversa.matching.actions.offers.settling import advance, asks_of, locked, settle
from viceversa.matching.choices import ProposalState, Said
from viceversa.matching.models import Ask, Offer
from viceversa.matching.rules import offers as rules
from viceversa.people.choices import PersonStatus
from viceversa.programmes.choices import EnrolmentState
from viceversa.programmes.rules.policy import read as read_policy

logger = logging.getLogger(__name__)
WAITING = (Said.NOTHING, Said.LATER)


class UnableToTakeBack(UnableTo):
    """The offer is settled already."""


def tend_offers(*, now: datetime) -> int:
    """Do whatever is due for open offers, each in a transaction of its own; return how many.

    Running it twice does nothing more; one that fails is logged and does not hold up the others.
    """
    done = 0
    for key in _due(now):
        try:
            done += _tend(key, now)
        except Exception:
            logger.exception("Offer %s could not be tended", key)
    return done


def _due(now: datetime) -> list[int]:
    """Return the open offers where something may be due: a wide net, looked at one by one."""
    asks = Ask.objects.filter(offer__state=ProposalState.OFFERED)
    waiting = asks.filter(said__in=WAITING, asked_at__isnull=False)
    left = asks.filter(
        ~Q(enrolment__state=EnrolmentState.ADMITTED)
        | Q(enrolment__person__status=PersonStatus.LEFT)
        | Q(enrolment__pause__isnull=False)
    )
    rows = waiting.values_list("offer_id", "last_sent_at", "expires_at", "ask_again_on", "said")
    due = {
        offer
        for offer, sent, expires, again, said in rows
        if sent is None
        or (expires is not None and expires <= now)
        or (said == Said.LATER and again is not None and again <= now.date())
        or (said == Said.NOTHING and (now - sent).days >= 2)  # no policy reminds earlier
    }
    return sorted(due | set(left.values_list("offer_id", flat=True)))


@transaction.atomic
def _tend(offer_id: int, now: datetime) -> bool:
    """Do what is due for one offer; tell whether anything was."""
    offer = locked(offer_id)
    if not offer.is_open:
        return False
    days = read_policy(offer.cohort.policy).consent.remind_days
    changed, ended = False, False
    for ask in asks_of(offer):
        due = _step(ask, days, now)
        changed |= due != "none"
        if due == "lapse":
            ask.said, ask.ask_again_on, ended = Said.SILENT, None, True
            ask.save(update_fields=["said", "ask_again_on"])
            letters.revoke_links(offer=offer, ask=ask, now=now)
        elif due != "none":
            _write(ask, due, now)
    before = offer.state
    advance(offer, now)
    return changed or ended or offer.state != before


def _step(ask: Ask, remind_days: int, now: datetime) -> rules.Step:
    if ask.asked_at is None or ask.expires_at is None:
        return "none"
    return rules.step(
        said=ask.said,  # type: ignore[arg-type]  # a value of the same words
        last_sent_at=ask.last_sent_at,
        expires_at=ask.expires_at,
        ask_again_on=ask.ask_again_on,
        reminders=ask.reminders,
        remind_days=remind_days,
        now=now,
    )


def _write(ask: Ask, due: rules.Step, now: datetime) -> None:
    """Write the first letter, a reminder, or the one somebody put off; the day stays on record."""
    if due == "again":
        ask.said = Said.NOTHING
        ask.save(update_fields=["said"])
    if due == "remind":
        ask.reminders += 1
    letters.write_question(ask=ask, reminder=due != "write", now=now)


@transaction.atomic
def write_again(*, offer: Offer, actor: Actor, now: datetime) -> bool:
    """Send the question once more to whoever has not answered; nobody learns who that is.

    Returns False where everybody was written to within the last day.
    """
    offer = locked(offer.pk)
    waiting = [
        ask
        for ask in asks_of(offer)
        if offer.is_open and ask.asked_at and ask.said in WAITING and _a_day_ago(ask, now)
    ]
    for ask in waiting:
        letters.write_question(ask=ask, reminder=True, now=now)
    if waiting and offer.round:
        note_change(
            offer.round, actor=actor, now=now, verb=Verb.PROPOSAL_OFFERED, offer=offer.public_id
        )
    return bool(waiting)


@transaction.atomic
def take_back(*, offer: Offer, actor: Actor, now: datetime) -> Offer:
    """Take a question back: links end at once, and both wait for the next round with priority."""
    offer = locked(offer.pk)
    if not offer.is_open:
        raise UnableToTakeBack(_("This is settled already, so it cannot be taken back."))
    settle(offer, asks_of(offer), ProposalState.LAPSED, now, taken_back=True)
    if offer.round:
        note_change(
            offer.round, actor=actor, now=now, verb=Verb.PROPOSAL_LAPSED, offer=offer.public_id
        )
    return offer


def _a_day_ago(ask: Ask, now: datetime) -> bool:
    return ask.last_sent_at is None or (now - ask.last_sent_at).days >= 1
