"""Jobs of matching: load by id, make one call; and how they are enqueued with what asks for it."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.tasks import task

from viceversa.kernel import clock
from viceversa.matching import actions
from viceversa.matching.actions import rechecking
from viceversa.matching.models import Offer, Round


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


@task()
def recheck_lines() -> None:
    """Flag who has come into one reporting line; running twice flags once."""
    rechecking.recheck_lines(now=clock.now())


def after_import(sender: type, **kwargs: Any) -> None:
    """Look at the reporting tree once a people file is written; every night it is looked at."""
    transaction.on_commit(recheck_lines.enqueue)


@task()
def tend_offers() -> None:
    """Write, remind and let lapse whatever is due of open offers; running twice does no harm."""
    actions.tend_offers(now=clock.now())


def then_ask(act: Callable[..., list[Offer]], **arguments: Any) -> list[Offer]:
    """Do `act`, which makes offers, and enqueue the letters to their people; return the offers."""
    with transaction.atomic():
        offers = act(**arguments)
        tend_offers.enqueue()
    return offers
