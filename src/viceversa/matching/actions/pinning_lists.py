"""Pinning the pairs of a hand-made list, all or none."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.actions.changing import changing, note_change
from viceversa.matching.actions.deciding import UnableToPin, answer_again, keep_decision
from viceversa.matching.choices import DecisionKind
from viceversa.matching.models import Decision, Round
from viceversa.matching.queries.pair_lists import ListPair


def pin_list(
    *,
    round: Round,
    version: int,
    pairs: Sequence[ListPair],
    actor: Actor,
    now: datetime,
    override: bool = False,
    reason: str = "",
) -> Round:
    """Pin every pair of a checked list; rows that break a rule need `override` and a `reason`.

    Earlier pins of the round are replaced by the list's; exclusions of other pairs stay.
    """
    with changing(round, version=version) as current:
        _check(pairs, override=override, reason=reason)
        Decision.objects.filter(round=current, kind=DecisionKind.PIN).delete()
        for pair in pairs:
            keep_decision(
                current,
                (pair.mentor, pair.mentee),
                DecisionKind.PIN,
                actor,
                now,
                reason=pair.reason or reason,
                rules=[rule.name for rule in pair.broken],
            )
        answer_again(current, now)
        note_change(
            current,
            actor=actor,
            now=now,
            verb=Verb.PAIRS_IMPORTED,
            pairs=len(pairs),
            exceptions=sum(bool(pair.broken) for pair in pairs),
        )
    return current


def _check(pairs: Sequence[ListPair], *, override: bool, reason: str) -> None:
    """Refuse an empty list, and exceptions without a word or a reason."""
    if not pairs:
        raise UnableToPin(_("None of the pairs of the list can be pinned any more."))
    exceptions = [pair for pair in pairs if pair.broken]
    if exceptions and not override:
        raise UnableToPin(
            _("Some rows break a rule. Tick the box to set it aside, or take them out."),
            exceptions[0].broken,
        )
    if exceptions and not reason.strip() and not all(pair.reason for pair in exceptions):
        raise UnableToPin(_("Say why the rule is set aside; the reason is kept with the pair."))
