"""Asking one person to be one’s mentor or mentee; silence within ten days is not consent."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import SYSTEM
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.offers import letters
from viceversa.matching.actions.offers.settling import asks_of, locked, settle
from viceversa.matching.choices import ProposalState, Said
from viceversa.matching.models import Ask, Offer
from viceversa.matching.queries.checking import broken_by_hand, question_of_some
from viceversa.matching.queries.exchange import exchange_codes
from viceversa.matching.queries.offers.suggesting import asked_before, has_room, open_request
from viceversa.matching.rules.offers import LONGEST_WORDS
from viceversa.programmes.choices import CohortState
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.programmes.rules.policy import read as read_policy

TO_ANSWER = timedelta(days=10)


class UnableToAsk(UnableTo):
    """The cohort does not let people ask, a place is taken, or a rule keeps the two apart."""


@transaction.atomic
def ask_partner(*, enrolment: Enrolment, other: Enrolment, words: str = "", now: datetime) -> Offer:
    """Ask `other` for a relationship; it opens when they say yes and the rules still allow it.

    `words` are read by the person asked and by nobody else. The audit says that a partner was
    asked for, not who asked whom.
    """
    cohort = Cohort.objects.select_for_update().get(pk=enrolment.cohort_id)
    _check(cohort, enrolment, other)
    words = words.strip()
    if len(words) > LONGEST_WORDS:
        raise UnableToAsk(_("Write at most %(most)s characters.") % {"most": LONGEST_WORDS})
    offer = Offer.objects.create(
        cohort=cohort, exchange=_exchange(enrolment, other), words=words, offered_at=now
    )
    until = now + TO_ANSWER
    Ask.objects.create(
        offer=offer, enrolment=enrolment, turn=1, said=Said.YES,
        asked_at=now, expires_at=until, answered_at=now,
    )  # fmt: skip
    asked = Ask.objects.create(
        offer=offer, enrolment=other, turn=2, position=1, asked_at=now, expires_at=until
    )
    letters.write_question(ask=asked, reminder=False, now=now)
    record(actor=SYSTEM, now=now, verb=Verb.PARTNER_REQUESTED, subject=f"offer:{offer.public_id}")
    return offer


@transaction.atomic
def take_request_back(*, enrolment: Enrolment, now: datetime) -> None:
    """Take one’s open request back, if there is one; whoever was asked hears nothing more."""
    request = open_request(enrolment)
    if request is None:
        return
    offer = locked(request.pk)
    if offer.is_open:
        settle(offer, asks_of(offer), ProposalState.LAPSED, now, taken_back=True)


def _check(cohort: Cohort, enrolment: Enrolment, other: Enrolment) -> None:
    if cohort.state != CohortState.OPEN or not read_policy(cohort.policy).consent.requests:
        raise UnableToAsk(
            _("In “%(cohort)s” pairs are formed in a round.") % {"cohort": cohort.name}
        )
    if other.cohort_id != enrolment.cohort_id or other.role == enrolment.role:
        raise UnableToAsk(_("Choose somebody of the other role in the same cohort."))
    if open_request(enrolment) is not None:
        raise UnableToAsk(_("You have asked somebody. Wait for the answer, or take it back."))
    if other.pk in asked_before(enrolment):
        raise UnableToAsk(_("You have asked this person before. Choose somebody else."))
    if not has_room(enrolment):
        raise UnableToAsk(_("You have no free place in this cohort now."))
    mentor, mentee = _sides(enrolment, other)
    if not has_room(other) or broken_by_hand(cohort, mentor, mentee):
        raise UnableToAsk(_("This person cannot be asked any more. Choose somebody else."))


def _exchange(enrolment: Enrolment, other: Enrolment) -> dict[str, list[str]]:
    mentor, mentee = _sides(enrolment, other)
    question = question_of_some(mentor.cohort, [mentor, mentee], mentor.cohort.policy)
    return exchange_codes(question, *question.pair(mentor.pk, mentee.pk)).as_json()


def _sides(enrolment: Enrolment, other: Enrolment) -> tuple[Enrolment, Enrolment]:
    return (other, enrolment) if enrolment.role == "mentee" else (enrolment, other)
