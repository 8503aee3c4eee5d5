"""What is done about a nudge: the people are on it; whoever coordinates sends, waits, is done.

Nothing leaves without a coordinator's click, and nothing is ended for anybody.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.relationships.actions.momentum.telling import tell_offer
from viceversa.relationships.choices import Signal
from viceversa.relationships.models import Member, Nudge, Relationship
from viceversa.relationships.queries.momentum.facts import parameters_of

WAITS = timedelta(days=7)
LONGEST = 1_000  # characters of a reason


class UnableToRespond(UnableTo):
    """The nudge is settled, or this response does not fit it."""


@transaction.atomic
def say_on_it(*, nudge: Nudge, member: Member, now: datetime) -> Nudge:
    """Let one of the people say “we are on it”: all of them have the days of grace once more."""
    current = _open(nudge)
    if member.relationship_id != current.relationship_id:
        raise UnableToRespond(_("This is about another relationship."))
    grace = timedelta(days=parameters_of(current.relationship.cohort).grace_days)
    if current.answered_at is None:
        current.answered_at = now
        current.shown_at = max(current.shown_at, now + grace)
        current.save(update_fields=["answered_at", "shown_at"])
    return current


@transaction.atomic
def send_response(
    *, nudge: Nudge, times: Sequence[datetime] = (), actor: Actor, now: datetime
) -> list[Member]:
    """Send what fits the signal in the coordinator's name and wait a week; return who gets it.

    What else holds of the same relationship waits along: one word at a time.
    """
    current = _shown(nudge, now)
    if current.signal == Signal.LINE:
        raise UnableToRespond(
            _("A reporting line is spoken about with each of them alone: nothing is sent.")
        )
    told = tell_offer(current, coordinator=actor.name, times=times, now=now)
    _with_it(current, now).update(sent_at=now, snoozed_until=now + WAITS)
    _record(Verb.NUDGE_SENT, current, actor, now, to="offer")
    return told


@transaction.atomic
def snooze(*, nudge: Nudge, actor: Actor, now: datetime) -> Nudge:
    """Put a nudge off for a week, and what else holds of the same relationship."""
    current = _shown(nudge, now)
    _with_it(current, now).update(snoozed_until=now + WAITS)
    _record(Verb.NUDGE_SETTLED, current, actor, now, outcome="later")
    return current


@transaction.atomic
def call_done(*, nudge: Nudge, actor: Actor, now: datetime) -> Nudge:
    """Call a nudge done, and what else holds of the same relationship.

    It comes back after four weeks if nothing has changed by then.
    """
    current = _shown(nudge, now)
    _with_it(current, now).update(settled_at=now)
    _record(Verb.NUDGE_SETTLED, current, actor, now, outcome="done")
    return current


@transaction.atomic
def waive_line(*, nudge: Nudge, reason: str, actor: Actor, now: datetime) -> Nudge:
    """Let a pair in one reporting line go on, the reason on record; it is flagged no more."""
    current = _shown(nudge, now)
    words = reason.strip()
    if current.signal != Signal.LINE:
        raise UnableToRespond(_("Only a reporting line is set aside like this."))
    if not words:
        raise UnableToRespond(_("Say why they may go on; the reason is kept with the pair."))
    relationship = Relationship.objects.select_for_update().get(pk=current.relationship_id)
    rules = [rule for rule in current.facts["rules"] if rule not in relationship.overridden_rules]
    relationship.overridden_rules = [*relationship.overridden_rules, *rules]
    before = [relationship.override_reason] if relationship.override_reason else []
    relationship.override_reason = "\n".join([*before, words[:LONGEST]])
    relationship.save(update_fields=["overridden_rules", "override_reason"])
    current.settled_at = now
    current.save(update_fields=["settled_at"])
    record(
        actor=actor,
        now=now,
        verb=Verb.RELATIONSHIP_OVERRIDDEN,
        subject=f"relationship:{relationship.public_id}",
        rules=rules,
    )
    return current


def _open(nudge: Nudge) -> Nudge:
    """Return a nudge locked for a change; refuse one that is settled."""
    current = (
        Nudge.objects.select_for_update(of=("self",))
        .select_related("relationship__cohort")
        .get(pk=nudge.pk)
    )
    if current.settled_at:
        raise UnableToRespond(_("This has been settled meanwhile: there is nothing left to do."))
    return current


def _shown(nudge: Nudge, now: datetime) -> Nudge:
    """Return an open nudge that whoever coordinates may see already."""
    current = _open(nudge)
    if current.shown_at > now:
        raise UnableToRespond(_("The people have this for themselves for a few more days."))
    return current


def _with_it(nudge: Nudge, now: datetime) -> QuerySet[Nudge]:
    """Return the nudge and, but for a reporting line, what stands beside it on the list."""
    if nudge.signal == Signal.LINE:
        return Nudge.objects.filter(pk=nudge.pk)
    beside = Nudge.objects.filter(
        relationship=nudge.relationship_id, settled_at=None, shown_at__lte=now
    )
    return beside.exclude(signal=Signal.LINE)


def _record(verb: Verb, nudge: Nudge, actor: Actor, now: datetime, **facts: str) -> None:
    subject = f"relationship:{nudge.relationship.public_id}"
    record(actor=actor, now=now, verb=verb, subject=subject, signal=nudge.signal, **facts)
