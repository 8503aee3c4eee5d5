"""Answering a question about a pair: yes, no or later; nobody owes a reason.

Whose word it was is written nowhere else: the audit says what became of the offer, no more.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.offers import letters
from viceversa.matching.actions.offers.settling import advance, locked
from viceversa.matching.choices import DeclineReason, Said
from viceversa.matching.models import Ask, Offer, ReasonTally, ReasonWords
from viceversa.matching.queries.offers.readiness import gone
from viceversa.matching.rules import offers as rules
from viceversa.programmes.models import Cohort


class UnableToAnswer(UnableTo):
    """The question is settled, answered, run out, or not yet one’s turn."""


@transaction.atomic
def say_yes(*, ask: Ask, now: datetime) -> Offer:
    """Agree; the others are asked then, or the relationship opens where everybody has."""
    offer, row = _open_question(ask, now)
    return _said(offer, row, Said.YES, now)


@transaction.atomic
def say_no(*, ask: Ask, reason: str = "", words: str = "", now: datetime) -> Offer:
    """Refuse. A reason, where given, is added to what the cohort counts and kept nowhere else."""
    offer, row = _open_question(ask, now)
    words = words.strip()
    if len(words) > rules.LONGEST_WORDS:
        raise UnableToAnswer(
            _("Write at most %(most)s characters, or none at all.") % {"most": rules.LONGEST_WORDS}
        )
    _count(offer.cohort, reason, words)
    return _said(offer, row, Said.NO, now)


@transaction.atomic
def ask_later(*, ask: Ask, days: int, now: datetime) -> Offer:
    """Ask to be asked again in some days, once; the question holds until well after that."""
    if days not in rules.LATER_DAYS:
        raise UnableToAnswer(_("Choose one of the times offered."))
    offer, row = _open_question(ask, now)
    if offer.is_request:
        raise UnableToAnswer(_("Somebody waits for you: a yes or a no within the ten days."))
    if row.said == Said.LATER or row.ask_again_on is not None:
        raise UnableToAnswer(_("You have put it off once already; now it is a yes or a no."))
    assert row.expires_at is not None  # the turn has come
    row.said, row.ask_again_on = Said.LATER, (now + timedelta(days=days)).date()
    row.expires_at = rules.postponed(row.expires_at, now, days)
    row.save(update_fields=["said", "ask_again_on", "expires_at"])
    row.links.filter(revoked_at=None).update(expires_at=row.expires_at)
    return offer


def _open_question(ask: Ask, now: datetime) -> tuple[Offer, Ask]:
    """Lock the offer and return it with the question, if that still waits for an answer."""
    offer = locked(ask.offer_id)
    row = Ask.objects.select_related("enrolment__person").get(pk=ask.pk)
    if not offer.is_open or row.asked_at is None:
        raise UnableToAnswer(_("This is settled already. Nothing is asked of you any more."))
    if row.said not in (Said.NOTHING, Said.LATER):
        raise UnableToAnswer(_("You have answered already. Thank you."))
    if row.expires_at is None or row.expires_at <= now:
        raise UnableToAnswer(_("The time to answer is over. You keep your place in the queue."))
    if gone([row.enrolment]):
        raise UnableToAnswer(_("You are not taking part now, so there is nothing to answer."))
    return offer, row


def _said(offer: Offer, row: Ask, said: Said, now: datetime) -> Offer:
    row.said, row.answered_at, row.ask_again_on = said, now, None
    row.save(update_fields=["said", "answered_at", "ask_again_on"])
    letters.revoke_links(offer=offer, ask=row, now=now)
    return advance(offer, now)


def _count(cohort: Cohort, reason: str, words: str) -> None:
    if reason in DeclineReason.values:
        tally, _created = ReasonTally.objects.get_or_create(cohort=cohort, reason=reason)
        ReasonTally.objects.filter(pk=tally.pk).update(count=F("count") + 1)
    if words:
        ReasonWords.objects.create(cohort=cohort, text=words)
