"""Jobs of matching: load by id, make one call; and how they are enqueued with what asks for it."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.tasks import task

from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.models import Round


@task()
def solve(round_id: int, job: str) -> None:
    """Solve a round if it still waits for this job; running twice does no harm."""
    actions.run_solving(round_id=round_id, job=job, now=clock.now())


@task()
def examine(round_id: int, answer: str) -> None:
    """Make the pictures beyond an answer; running twice does no harm."""
    actions.examine(round_id=round_id, answer=answer)


def then_solve(act: Callable[..., Round], **arguments: Any) -> Round:
    """Do `act` and enqueue the solving it asks for, in one transaction; return the round."""
    with transaction.atomic():
        round = act(**arguments)
        if round.job:
            solve.enqueue(round.pk, round.job)
    return round
