"""What a coordinator decides about a pair: pin it, forbid it, lift that, note something."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.matching.actions.changing import (
    UnableToChange,
    ask_for_answer,
    changing,
    kept,
    note_change,
)
from viceversa.matching.choices import DecisionKind, RoundState
from viceversa.matching.models import Decision, PairNote, Proposal, Round
from viceversa.matching.queries.checking import Broken, broken_rules
from viceversa.matching.queries.offers.places import taken_places
from viceversa.programmes.models import Enrolment


class UnableToPin(UnableToChange):
    """The pair cannot be pinned as asked. `broken` names the rules it would set aside."""

    def __init__(self, message: str, broken: Sequence[Broken] = ()) -> None:
        super().__init__(message, [rule.sentence for rule in broken])
        self.broken = tuple(broken)


def pin(
    *,
    round: Round,
    version: int,
    mentor: Enrolment,
    mentee: Enrolment,
    actor: Actor,
    now: datetime,
    reason: str = "",
    override: bool = False,
    replace: bool = False,
) -> Round:
    """Keep a pair together; the round asks for a new answer unless it proposes the pair already.

    A pair that breaks a hard rule is refused with the rule's name, unless `override` is given with
    a `reason`. With `replace`, pins of the same two people that leave no place are lifted.
    """
    with changing(round, version=version) as current:
        broken = _allowed(current, mentor, mentee, override=override, reason=reason)
        if replace:
            _make_room(current, mentor, mentee)
        _check_places(current, mentor, mentee)
        rules = [rule.name for rule in broken]
        keep_decision(
            current, (mentor, mentee), DecisionKind.PIN, actor, now, reason=reason, rules=rules
        )
        proposed = Proposal.objects.filter(round=current, mentor=mentor, mentee=mentee)
        if not proposed.update(pinned=True) or current.job or replace:
            answer_again(current, now)
        _note(current, actor, now, Verb.PAIR_PINNED, (mentor, mentee), rules=rules)
    return current


def forbid(
    *,
    round: Round,
    version: int,
    mentor: Enrolment,
    mentee: Enrolment,
    actor: Actor,
    now: datetime,
    reason: str = "",
) -> Round:
    """Never pair these two in this round; asks for a new answer."""
    with changing(round, version=version) as current:
        pair = (mentor, mentee)
        keep_decision(current, pair, DecisionKind.BAN, actor, now, reason=reason)
        answer_again(current, now)
        _note(current, actor, now, Verb.PAIR_FORBIDDEN, pair)
    return current


def lift(
    *,
    round: Round,
    version: int,
    mentor: Enrolment,
    mentee: Enrolment,
    actor: Actor,
    now: datetime,
) -> Round:
    """Take back a pin or an exclusion and ask for a new answer; nothing happens without one."""
    with changing(round, version=version) as current:
        decisions = Decision.objects.filter(round=current, mentor=mentor, mentee=mentee)
        kind = decisions.values_list("kind", flat=True).first()
        if kind is None:
            raise UnableToChange(_("There is no pin or exclusion between these two any more."))
        decisions.delete()
        Proposal.objects.filter(round=current, mentor=mentor, mentee=mentee).update(pinned=False)
        answer_again(current, now)
        _note(current, actor, now, Verb.PAIR_RELEASED, (mentor, mentee), kind=kind)
    return current


def note_pair(
    *,
    round: Round,
    version: int,
    mentor: Enrolment,
    mentee: Enrolment,
    text: str,
    actor: Actor,
    now: datetime,
) -> Round:
    """Keep what coordinators want to remember about a pair; empty text removes the note."""
    with changing(round, version=version) as current:
        notes = PairNote.objects.filter(round=current, mentor=mentor, mentee=mentee)
        if words := kept(text):
            PairNote.objects.update_or_create(
                round=current,
                mentor=mentor,
                mentee=mentee,
                defaults={"text": words, "by": actor.name, "at": now},
            )
        else:
            notes.delete()
        _note(current, actor, now, Verb.ROUND_CHANGED, (mentor, mentee), what="pair-note")
    return current


def keep_decision(
    round: Round,
    pair: tuple[Enrolment, Enrolment],
    kind: DecisionKind,
    actor: Actor,
    now: datetime,
    *,
    reason: str = "",
    rules: Sequence[str] = (),
) -> None:
    """Write a decision about a pair in place of any earlier one about the same two."""
    Decision.objects.update_or_create(
        round=round,
        mentor=pair[0],
        mentee=pair[1],
        defaults={
            "kind": kind,
            "rules": list(rules),
            "reason": kept(reason),
            "by": actor.name,
            "at": now,
        },
    )


def _note(
    round: Round,
    actor: Actor,
    now: datetime,
    verb: Verb,
    pair: tuple[Enrolment, Enrolment],
    **facts: object,
) -> None:
    """Write the audit line of a decision about a pair."""
    mentor, mentee = pair
    note_change(
        round,
        actor=actor,
        now=now,
        verb=verb,
        mentor=mentor.public_id,
        mentee=mentee.public_id,
        **facts,
    )


def _allowed(
    round: Round, mentor: Enrolment, mentee: Enrolment, *, override: bool, reason: str
) -> list[Broken]:
    """Return the rules a pin sets aside, or refuse it."""
    broken = broken_rules(round, mentor, mentee)
    if not broken:
        return []
    if not override:
        raise UnableToPin(_("Your rules do not allow this pair. Nothing was changed."), broken)
    if fixed := [rule for rule in broken if not rule.can_be_overridden]:
        raise UnableToPin(_("This pair cannot be made, with or without an exception."), fixed)
    if not reason.strip():
        raise UnableToPin(_("Say why the rule is set aside; the reason is kept with the pair."))
    return broken


def _make_room(round: Round, mentor: Enrolment, mentee: Enrolment) -> None:
    """Lift the oldest pins of either person that leave no place for a new one."""
    taken = taken_places(round.cohort)
    for side, enrolment in (("mentor", mentor), ("mentee", mentee)):
        pins = Decision.objects.filter(round=round, kind=DecisionKind.PIN, **{side: enrolment})
        others = pins.exclude(mentor=mentor, mentee=mentee).order_by("-at", "-pk")
        room = enrolment.maximum - taken[enrolment.pk] - 1
        spare = list(others.values_list("pk", flat=True))[max(room, 0) :]
        Decision.objects.filter(pk__in=spare).delete()


def _check_places(round: Round, mentor: Enrolment, mentee: Enrolment) -> None:
    """Refuse a pin beyond what either person takes on."""
    taken = taken_places(round.cohort)
    for side, enrolment in (("mentor", mentor), ("mentee", mentee)):
        pins = Decision.objects.filter(round=round, kind=DecisionKind.PIN, **{side: enrolment})
        others = pins.exclude(mentor=mentor, mentee=mentee).count()
        if others + taken[enrolment.pk] + 1 > enrolment.maximum:
            raise UnableToPin(
                _(
                    "%(name)s takes %(most)s at most, and pins or relationships fill that already. "
                    "Lift a pin first, or raise the number in the enrolment."
                )
                % {"name": enrolment.person.name, "most": enrolment.maximum}
            )


def answer_again(round: Round, now: datetime) -> None:
    """Ask for a new answer if the round has, or is about to have, one."""
    if round.state == RoundState.SOLVED or round.job:
        ask_for_answer(round, now)
