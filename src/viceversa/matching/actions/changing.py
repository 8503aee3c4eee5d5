"""Changing a round: one lock, one version, one audit line, so that two coordinators do no harm."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from viceversa.audit.actions import record
from viceversa.audit.choices import Verb
from viceversa.kernel.actor import Actor
from viceversa.kernel.errors import UnableTo
from viceversa.kernel.public_id import new_public_id
from viceversa.matching.choices import RoundState
from viceversa.matching.models import Round
from viceversa.matching.queries.changes import Change, changes_since, only_answered

OPEN = (RoundState.PREPARED, RoundState.SOLVED)
LONGEST = 5000  # characters of a note or a reason: three pages, and no page of ours grows heavy


class UnableToChange(UnableTo):
    """The round is not in a state in which this can be done."""


class OutOfDate(UnableToChange):
    """Somebody changed the round after the page was drawn; `changes` says who did what."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(
            _(
                "The round changed after your page was drawn. Nothing was done; look and decide "
                "again."
            ),
            [change.sentence for change in changes],
        )
        self.changes = tuple(changes)


@contextmanager
def changing(
    round: Round,
    *,
    version: int,
    states: Sequence[RoundState] = OPEN,
    on_this_answer: bool = False,
) -> Iterator[Round]:
    """Lock a round for a change by whoever saw `version` of it; the version grows at the end.

    An answer that came since, to a question asked before the page was drawn, is in nobody’s way;
    only what rests `on_this_answer`, as publishing does, must have seen the newest one.

    Raises `OutOfDate` where the round moved on, `UnableToChange` outside `states`. The caller
    changes fields of what is yielded; they are saved with the new version.
    """
    with transaction.atomic():
        current = Round.objects.select_for_update().get(pk=round.pk)
        if current.version != version and (on_this_answer or not only_answered(current, version)):
            raise OutOfDate(changes_since(current, version))
        if current.state not in states:
            raise UnableToChange(
                _("Round %(number)s is “%(state)s”, so this can no longer be done.")
                % {"number": current.number, "state": current.get_state_display()}
            )
        current.version += 1
        yield current
        current.save()


def kept(text: str) -> str:
    """Return a note or a reason as it is kept; raises `UnableToChange` where it is too long."""
    text = text.strip()
    if len(text) > LONGEST:
        raise UnableToChange(
            _("A text may have %(most)s characters, this one has %(count)s. Nothing was kept.")
            % {"most": number_format(LONGEST), "count": number_format(len(text))}
        )
    return text


def note_change(round: Round, *, actor: Actor, now: datetime, verb: Verb, **facts: Any) -> None:
    """Write the audit line of a change, with the version it led to."""
    record(
        actor=actor,
        now=now,
        verb=verb,
        subject=f"round:{round.public_id}",
        version=round.version,
        **facts,
    )


def ask_for_answer(round: Round, now: datetime) -> None:
    """Give the round a fresh token to be solved by; a job under way stops and writes nothing.

    Whoever calls this enqueues the job through `matching.tasks` in the same transaction.
    """
    round.job = new_public_id()
    round.progress = {"stage": "waiting", "asked_at": now.isoformat()}
    round.failures = []
    round.saved_at = None
