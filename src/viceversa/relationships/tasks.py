"""Jobs of relationships: the time is asked for here, and each makes one call."""

from typing import Any

from django.tasks import task

from viceversa.kernel import clock
from viceversa.relationships.actions.care import leaving, reminding
from viceversa.relationships.actions.closing import daily
from viceversa.relationships.actions.momentum import guard


@task()
def guard_momentum() -> None:
    """Look where a small push helps; running twice tells once."""
    guard(now=clock.now())


@task()
def part_with_leavers() -> None:
    """End or go on where somebody has left the organisation; running twice does it once."""
    leaving.part_with_leavers(now=clock.now())


@task()
def remind_counsellors() -> None:
    """Remind of concerns that wait longer than promised; running twice reminds once."""
    reminding.remind_counsellors(now=clock.now())


@task()
def come_to_ends() -> None:
    """End pauses, begin planned ends, remind, close; running twice does each once."""
    daily(now=clock.now())


def after_import(sender: type, **kwargs: Any) -> None:
    """Enqueue the look for leavers in the transaction that wrote the directory."""
    part_with_leavers.enqueue()
