"""What concerns a round as a whole: its policy, its note, putting it aside, throwing it away."""

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
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Round
from viceversa.programmes.rules.policy import MatchingPolicy


def change_policy(
    *, round: Round, version: int, policy: MatchingPolicy, actor: Actor, now: datetime
) -> Round:
    """Give a round other weights, rules or another aim, and ask for a new answer if it has one.

    The cohort's own policy stays as it is: the next round begins from that.
    """
    with changing(round, version=version) as current:
        former, current.policy = current.policy, policy.write()
        if former != current.policy and (current.state == RoundState.SOLVED or current.job):
            ask_for_answer(current, now)
        note_change(current, actor=actor, now=now, verb=Verb.POLICY_CHANGED, policy=current.policy)
    return current


def write_note(*, round: Round, version: int, text: str, actor: Actor, now: datetime) -> Round:
    """Keep a note about the round, for coordinators; allowed after publishing, too."""
    with changing(round, version=version, states=list(RoundState)) as current:
        current.note = kept(text)
        note_change(current, actor=actor, now=now, verb=Verb.ROUND_CHANGED, what="note")
    return current


def save_for_later(*, round: Round, version: int, actor: Actor, now: datetime) -> Round:
    """Put a solved round aside; nothing else changes, and nobody is told."""
    with changing(round, version=version, states=[RoundState.SOLVED]) as current:
        current.saved_at = now
        note_change(current, actor=actor, now=now, verb=Verb.ROUND_CHANGED, what="saved")
    return current


def discard(*, round: Round, version: int, actor: Actor, now: datetime) -> Round:
    """Throw a round away; what it proposed stays readable, and the cohort may have a new one."""
    with changing(round, version=version) as current:
        current.state = RoundState.DISCARDED
        current.discarded_at = now
        current.job = ""
        current.progress = {}
        note_change(current, actor=actor, now=now, verb=Verb.ROUND_DISCARDED)
    return current


def cancel_solving(*, round: Round, version: int, actor: Actor, now: datetime) -> Round:
    """Stop the solving under way: its job finds its token gone and writes nothing."""
    with changing(round, version=version) as current:
        if not current.job:
            raise UnableToChange(_("No solving is under way."))
        current.job = ""
        current.progress = {}
        note_change(current, actor=actor, now=now, verb=Verb.ROUND_CHANGED, what="cancelled")
    return current
