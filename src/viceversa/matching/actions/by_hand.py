"""Opening a relationship by hand, with the cohort's rules checked all the same."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.matching.actions.changing import kept
from viceversa.matching.queries.by_hand import HandPair, hand_pair
from viceversa.matching.queries.checking import Broken
from viceversa.programmes.models import Cohort, Enrolment
from viceversa.relationships.actions import Opening, Seat, open_relationship
from viceversa.relationships.choices import MemberRole, Origin
from viceversa.relationships.models import Relationship


class UnableToOpenByHand(UnableTo):
    """The two cannot be brought together as asked. `broken` names the rules it would set aside."""

    def __init__(self, message: str, broken: Sequence[Broken] = ()) -> None:
        super().__init__(message, [rule.sentence for rule in broken])
        self.broken = tuple(broken)


def open_by_hand(
    *,
    mentor: Enrolment,
    mentee: Enrolment,
    actor: Actor,
    now: datetime,
    override: bool = False,
    reason: str = "",
) -> Relationship:
    """Open a relationship between two admitted people of one cohort.

    A pair that breaks a hard rule is refused with the rule's name, unless `override` is given with
    a `reason`; both are kept with the relationship and in the audit.
    """
    with transaction.atomic():
        cohort = Cohort.objects.select_for_update().get(pk=mentor.cohort_id)
        pair = hand_pair(mentor, mentee)
        _check(pair, override=override, reason=reason)
        return open_relationship(
            cohort=cohort,
            opening=Opening(
                seats=[
                    Seat(mentor.person, MemberRole.MENTOR, mentor),
                    Seat(mentee.person, MemberRole.MENTEE, mentee),
                ],
                exchange=pair.exchange,
                overridden_rules=[rule.name for rule in pair.broken],
                override_reason=kept(reason) if pair.broken else "",
            ),
            origin=Origin.HAND,
            actor=actor,
            now=now,
        )


def _check(pair: HandPair, *, override: bool, reason: str) -> None:
    """Refuse what cannot be, and what may not be without an exception."""
    if pair.obstacle:
        raise UnableToOpenByHand(pair.obstacle)
    if fixed := [rule for rule in pair.broken if not rule.can_be_overridden]:
        raise UnableToOpenByHand(
            _("This pair cannot be made, with or without an exception."), fixed
        )
    if pair.broken and not override:
        raise UnableToOpenByHand(
            _("The cohort’s rules do not allow this pair. Nothing was opened."), pair.broken
        )
    if pair.broken and not reason.strip():
        raise UnableToOpenByHand(
            _("Say why the rule is set aside; the reason is kept with the relationship.")
        )
